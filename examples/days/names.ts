/** Common surnames and given names, put together by chance: some people will be namesakes, as in any large company. */

import type { Chance } from './chance.ts'

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余'.split('')
const given =
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 秀英 霞 平 刚 桂英 玉兰 建华 建国 文 晓燕 晓东 海燕 志强 志明 丽华 婷婷 雪 梅 琳 宇 浩 子涵 欣怡 梓涵 雨桐 宇轩 思远 佳琪 嘉豪 俊杰 诗涵 彩虹 彩霞 春梅 玮'.split(
    ' ',
  )

/** A name as people in China have it. */
export function drawName(chance: Chance): string {
  return chance.pick(surnames) + chance.pick(given)
}
