/**
 * Names that addresses are dressed up as, and the domains that are really theirs. An official domain is no promise that
 * a page on it is honest: anyone can write an article or a form there.
 */

export interface Brand {
  id: string
  /** As the screens say it. */
  name: string
  /** What addresses use for it, in lower case. */
  tokens: readonly string[]
  /** Registrable domains of its own. The first is told as the real one. */
  official: readonly string[]
}

/** The names of money and talk in China. Domains: their own sites; the lists of `domain.md` §9.1 and §9.3. */
export const brands: readonly Brand[] = [
  {
    id: 'wechat',
    name: '微信',
    tokens: ['weixin', 'wechat', 'weixinpay', 'wechatpay', 'wxpay', '微信'],
    official: [
      'qq.com',
      'weixin.com',
      'wechat.com',
      'wechatpay.cn',
      'weixinbridge.com',
      'weixin110.com',
      'servicewechat.com',
      'wechatapp.com',
      'weixinsxy.com',
      'tencent.com',
      'tencent.com.cn',
      'tencentcloud.com',
      'wechatos.net',
    ],
  },
  {
    id: 'qq',
    name: 'QQ',
    tokens: ['qq'],
    official: ['qq.com', 'qqmail.com', 'qq.com.cn', 'imqq.com', 'qqgame.com', 'qqcdn.cn'],
  },
  {
    id: 'tenpay',
    name: '财付通',
    tokens: ['tenpay', '财付通'],
    official: ['tenpay.com', 'tenpay.cn', 'qq.com'],
  },
  {
    id: 'tencent',
    name: '腾讯',
    tokens: ['tencent', '腾讯'],
    official: [
      'tencent.com',
      'tencent.com.cn',
      'tencent.cn',
      'tencentcloud.com',
      'tencentcloudapi.com',
      'tencentcs.com',
      'tencentmusic.com',
      'tencentgames.com',
      'qcloud.com',
      'qq.com',
    ],
  },
  {
    id: 'alipay',
    name: '支付宝',
    tokens: ['alipay', 'zhifubao', '支付宝'],
    official: [
      'alipay.com',
      'alipay.com.cn',
      'alipay.cn',
      'alipayobjects.com',
      'alipayplus.com',
      'alipaydev.com',
      'alipaydns.com',
      'antgroup.com',
      'alipay.hk',
      'alipayhk.com',
      'zhifubao.com',
    ],
  },
  {
    id: 'unionpay',
    name: '银联',
    tokens: ['unionpay', 'yinlian', '银联'],
    official: ['unionpay.com', '95516.com', 'unionpayintl.com', 'chinaums.com', 'cup.com.cn'],
  },
  {
    id: 'taobao',
    name: '淘宝',
    tokens: ['taobao', 'tmall', '淘宝'],
    official: ['taobao.com', 'tmall.com', 'tmall.hk', 'taobao.org', 'taobaocdn.com', 'alicdn.com'],
  },
]

/** Words that look or sound like a brand by one letter and are words of their own, mostly pinyin. */
export const ordinaryNeighbours: ReadonlySet<string> = new Set([
  'weixing', // 卫星, 微型
  'weixiu', // 维修
  'weixun', // 微讯
  'weixian', // 威县, 危险
  'meixin', // 美心
  'leixin',
  'feixin', // 飞信
  'weilin',
  'weimin',
  'weiyin', // 微音
  'weijin',
  'weiqin',
  'weibin',
  'weipin',
  'beixin',
  'huixin',
  'weixi',
  'allpay', // a payment company of its own
  'alipaya',
  'wetpay',
  'webchat', // chat on a web page
  'wechats',
  'mechat',
  'xenpay',
  'zenpay',
  'zhifubo',
  'small',
  'tall',
  'mall',
  'taobo',
  'yinlia',
  'yinliang',
  'yinxian',
  'jinlian',
  'unipay',
])
