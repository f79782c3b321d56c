/** What is to be installed, opened, shared or handed over, and where the talk is to go on. */

import type { PhraseRule } from './phrases-asks.ts'

const catalogue = (id: string) => ({ source: `domain.md §9.1 ${id}`, grade: 'S' }) as const

export const toolRules = {
  recall_tool: {
    family: 'tool',
    weight: 38,
    source:
      'domain.md §9.1 S1 (police list: 红包插件藏木马); nobody but the recipient can give a claimed packet back',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '撤回神器|强制退款|强制撤回|强制追回|一键撤回|一键追回|红包撤回|转账撤回|撤回软件|追回软件|追回助手|撤回助手|退款神器|追回神器|撤销神器|红包追回|强制退回|一键退回|强撤',
      '红包|转账|误转|发错|转错|领取|领了…软件|工具|插件|助手|小程序|app|神器|安装包|脚本|后台|代码|外挂…撤回|追回|退回|撤销|找回|拿回',
      '撤回|撤销|追回…工具|软件|app|插件|助手|神器|脚本|大师|破解版',
      'app|软件|工具|插件|脚本|后台|数据…撤销|撤回|追回|强退|退了|退回',
      '撤回|追回|退回|撤销|找回|拿回…红包|转账|误转|发错|转错|领了的…软件|工具|插件|助手|app|神器|安装|脚本|代码|apk|版|外挂',
    ],
  },
  grab_tool: {
    family: 'tool',
    weight: 36,
    source: 'domain.md §9.1 S12 (court 2021: 4.754m yuan)',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '抢红包|红包…神器|外挂|插件|软件|辅助|挂|脚本|助手|加速|秒抢|自动抢|控包|透视|扫雷|埋雷|避雷|尾数|单透|机器人|挂机',
      '牛牛|扫雷|埋雷|单透|双透…挂|辅助|透视|外挂|软件|机器人|尾数|避雷|先试',
      '插件|软件|外挂|脚本|挂…抢最大|抢的都是最大|秒包|秒抢|抢包',
      '改|修改|控制…红包金额|金额的软件|尾数',
      '自动抢|秒抢|加速抢|必抢|抢到最大|手气最佳|最佳手气|控制金额|改金额|透视金额|自动秒…红包|软件|外挂|插件|挂|助手|神器|安装|下载|激活|开通|脚本|版',
    ],
  },
  sells_tool: {
    family: 'money',
    weight: 12,
    ...catalogue('S12'),
    phrases: [
      '激活码|卡密|代理价|免费试用|先试后买|试用一天|自动发货|包月|包年|招代理|授权码|注册码|内测版|破解版|vip版|永久版|月卡',
      '会员|脚本|软件|外挂|挂|插件…充值|先充|售价|块|元|一套|卖|低价',
    ],
  },
  grants_control: {
    family: 'credential',
    weight: 34,
    ...catalogue('S1, S12'),
    unlessNegated: true,
    phrases: [
      '打开|开启|允许|授权|同意|开|给|勾选|开通|授予…无障碍|辅助功能|短信权限|读取短信|悬浮窗|root|设备管理|未知来源|安装未知|通知使用权|通讯录权限|录屏权限|全部权限|所有权限',
      '无障碍|辅助功能|短信权限|悬浮窗|root权限|root|未知来源|通讯录权限|所有权限…打开|开启|允许|授权|同意|开一下|给|勾|权限|点允许',
      '关闭|关掉|忽略|跳过|退出|卸载|无视…杀毒|纯净模式|安全检测|风险提示|安全卫士|反诈app|国家反诈|拦截|安全提醒|病毒提示|报毒',
      '提示|弹出|显示…病毒|风险|危险…忽略|继续|不用管|别管|正常|点允许|无视|安装|误报',
    ],
  },
  shares_screen: {
    family: 'tool',
    weight: 20,
    source: 'domain.md §9.1 S7; colleagues share screens too',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '屏幕共享|共享屏幕|共享一下屏幕|分享屏幕|屏幕分享|共享下屏幕|投屏给|远程控制|远程协助|远程操作|远程帮|todesk|向日葵远程|向日葵|anydesk|teamviewer|rustdesk|云视讯|会畅|zoom会议|银视通|银联会议',
    ],
  },
  asks_to_install: {
    family: 'tool',
    weight: 10,
    source: 'domain.md §9.2: 0.1 % of fraud and 1.6 % of ordinary calls, so alone it says nothing',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '下载|安装|装|装一个|装个|安一个|下个|下一个|扫码下|更新…app|软件|客户端|安装包|插件|apk|程序|应用|安装|版本|助手|控件',
    ],
  },
  side_loads: {
    family: 'tool',
    weight: 22,
    ...catalogue('S1'),
    unlessNegated: true,
    phrases: [
      '应用商店|商店|应用市场…没有|搜不到|找不到|下架|不上架|下不到|没上架',
      '浏览器打开|用浏览器|复制到浏览器|复制链接|右上角…打开|下载|安装|访问|浏览器',
      '安装包|apk|测试版|内测版|内部版|企业版|描述文件|信任证书|信任企业|tf版|testflight…发你|安装|下载|点|信任|打开|链接|装',
    ],
  },
  opens_link: {
    family: 'channel',
    weight: 3,
    source: 'domain.md §9.2: 3.6 % of fraud and 3.3 % of ordinary calls, lift 1.1',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '点击|点开|点|打开|进入|登录|访问|戳|复制…链接|网址|网站|网页|官网|地址|http|www|下方|下面|蓝字|这里|此处',
    ],
  },
  moves_elsewhere: {
    family: 'channel',
    weight: 10,
    ...catalogue('S3, S7'),
    unlessNegated: true,
    phrases: [
      '加|添加|联系|咨询|私聊|私信…微信|vx|wx|v信|薇信|威信|薇|qq|扣扣|企鹅|客服|专员|老师|导师|经理|telegram|飞机|纸飞机|whatsapp|蝙蝠|电报|这个号|客服号|企业微信|顾问',
      '转接|帮您转|为您转|给您转…公安|警方|民警|警官|法院|检察|派出所|专员',
      '加我|加v|加薇|➕v|+v|私我|私聊我|找我|滴滴我|戳我|联系我|dd我|s我|扣1',
      '拉你|进群|拉您|加群|入群|进一个群|专属群|云会议',
    ],
  },
  rents_account: {
    family: 'tool',
    weight: 42,
    source: 'domain.md §9.1 S10 (反电诈法 31, 刑法 287之二)',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '租|出租|收购|收|回收|租用|高价收|长期收|闲置…微信号|qq号|支付宝号|支付宝账号|银行卡|银行账户|实名号|手机卡|电话卡|四件套|八件套|老号|收款账户',
      '租|出租|收购|回收|租用|借用|借|高价收…对公账户|对公户|公户|收款码|支付宝账户|你的账户|您的账户|个人账户',
      '四件套|八件套|对公户…收|套|卡|联系|租|有的|一个月|出',
      '微信号|qq号|支付宝|银行卡|收款码|对公户|对公账户|手机卡|电话卡|收款账户…出租|收购|回收|一天|日结|借我用|借用|给你钱|费用|租金|一小时|长期收',
      '微信|号|支付宝|账户|卡…借我挂|借我用|借我登|借用几天|租给我|挂两天|挂几天',
      '你的|用你|您的|用您…微信|支付宝|账户|账号|卡|收款码…挂|登一下|登录一下|过一下|收款|走账|走一下|收钱|代收|用一天|用几天',
    ],
  },
  passes_money_on: {
    family: 'money',
    weight: 40,
    source: 'domain.md §9.1 S10',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '跑分|跑流水|刷流水|走流水|代收代付|帮忙走账|走账|走个账|走下账|过个账|过账|过一下账|过桥|洗一下|卡接回u|接回|取现|代取|二维码收款赚',
      '收到|到账|进账|收了|帮忙收|帮我收|代收|领了|领到|收|领…转给|转到|转出|再转|发给|发到|打给|转走|取出来|转回|买u|换成|再发…留|佣金|提成|给你|辛苦费|好处|返|抽|赚|剩下|归你|百|元|%',
      '自己的|用自己|拿自己|本人…支付宝|微信|卡|收款码|账户…转出|转走|再转|转给',
      '帮我收|帮忙收|帮收|代收|收一下|先收|抢到|打到你…再转|然后转|转出|转给|取出来|转到群主|转到我|转回群主',
      '红包|钱|款…帮我收|帮忙收|代收|帮领|先收着|收一下…转|发|打|再|换',
    ],
  },
  enters_for_packet: {
    family: 'credential',
    weight: 34,
    source: 'domain.md §9.1 S5 (公安部刑侦局 2016)',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '红包|礼包|福利|补贴|奖金|现金|补助|津贴|奖品|中奖|大奖…输入|填写|填|绑定|提供|验证|登记|输|上传|认证|录入|补充…密码|身份证|银行卡|卡号|验证码|手机号|姓名|信息|账号|资料|实名',
      '输入|填写|填|绑定|提供|验证|输|登记|录入|上传…密码|身份证|银行卡|卡号|验证码|信息|实名|资料…领|拆|开|提现|到账|红包|补贴|奖|补助',
    ],
  },
} as const satisfies Record<string, PhraseRule>
