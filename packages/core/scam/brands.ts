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

/** Hosts that send whoever comes on to an address in their own query: the target is what matters. S13. */
export const openRedirectors: readonly { host: string; path: string }[] = [
  { host: 'mp.weixinbridge.com', path: '/mp/wapredirect' },
  { host: 'c.pc.qq.com', path: '/middle' },
  { host: 'jump.bdimg.com', path: '/safecheck' },
  { host: 'link.zhihu.com', path: '/' },
  { host: 'www.google.com', path: '/url' },
  { host: 'link.csdn.net', path: '/' },
  { host: 'weibo.cn', path: '/sinaurl' },
  { host: 't.cn', path: '/sinaurl' },
]

/** Addresses that stand for another one, which is not seen before it is opened. */
export const shorteners: ReadonlySet<string> = new Set([
  't.cn',
  'url.cn',
  'dwz.cn',
  'dwz.mk',
  'suo.im',
  'suo.nz',
  'bit.ly',
  't.co',
  'tinyurl.com',
  'is.gd',
  'goo.gl',
  'cutt.ly',
  'rb.gy',
  'mrw.so',
  '3.cn',
  'sourl.cn',
  '985.so',
  'u6v.cn',
])

/** Places where anyone has a page at once and for nothing. */
export const freeHosts: ReadonlySet<string> = new Set([
  'vercel.app',
  'netlify.app',
  'pages.dev',
  'workers.dev',
  'web.app',
  'firebaseapp.com',
  'github.io',
  'gitee.io',
  'herokuapp.com',
  'onrender.com',
  'weebly.com',
  'wixsite.com',
  'webflow.io',
  'square.site',
  'surge.sh',
  'r2.dev',
  'fleek.co',
  'plesk.page',
  'duckdns.org',
  'ddns.net',
])

/** Endings that are young and cheap (domain.md §9.3): a weak hint, for most pages under them are honest. */
export const youngEndings: ReadonlySet<string> = new Set([
  'top',
  'xyz',
  'icu',
  'cfd',
  'sbs',
  'cyou',
  'vip',
  'club',
  'buzz',
  'shop',
  'live',
  'online',
  'site',
  'run',
  'click',
  'bond',
  'lol',
  'rest',
])

/** What addresses of this kind call themselves, as parts of a host: the matter at hand, not a name. */
export const luringWords: readonly string[] = [
  ...['jiedong', 'jiefeng', 'jiechu', 'renzheng', 'shiming', 'tuikuan', 'tuihui', 'lipei', 'kefu', 'anquan'],
  ...[
    'hongbao',
    'lingqu',
    'lingjiang',
    'butie',
    'zhuijiao',
    'zhuihui',
    'yanzheng',
    'shensu',
    'jiangli',
    'zhuanzhang',
  ],
  ...[
    'login',
    'signin',
    'verify',
    'verification',
    'secure',
    'security',
    'account',
    'wallet',
    'claim',
    'airdrop',
  ],
  ...[
    'reward',
    'refund',
    'unlock',
    'unfreeze',
    'support',
    'connect',
    'migrat',
    'restore',
    'rectif',
    'validat',
  ],
  ...[
    'giveaway',
    'bonus',
    'presale',
    'whitelist',
    'redpacket',
    'recover',
    'resolve',
    'token',
    'mint',
    'dapp',
  ],
]
