// What visitors call themselves, put together from common parts: anybody and nobody.
import type { Language } from './talk/scenario.ts'
import type { Dice } from './talk/dice.ts'

const surnames = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈',
)
const givenNames = (
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 子涵 雨桐 浩然 思远 梓萱 一鸣 佳怡 俊杰 欣怡 ' +
  '宇航 晓雯 文博 雅琴 建国 志强 小燕 春梅 海波 明轩 诗涵 嘉欣 天宇 婉清 若溪 晨曦 佩玲 国栋 立新 静怡'
).split(' ')
const nicknames = (
  '茶语轻风 一叶知秋 小鹿爱喝茶 半日闲 momo 阿泽 豆豆妈 山里人 南风知我意 木子李 喝茶的猫 老陈 大白兔 柚子 听雨 ' +
  'Coco 青山 阿May 清欢 糖糖 小橘子 闲云 晚晚 老茶客 Lily酱 不加糖 东篱 二十四节气 芒果 小满'
).split(' ')
const firstNames = (
  'Olivia James Sophie Daniel Emily Thomas Hannah Lucas Grace Oliver Chloe Ben Amelia Noah Julia Felix Isabel Max ' +
  'Nora Samuel Clara Adam Lena Victor Alice Hugo Ruth Peter Maya Jonas Ingrid Paul Elena Mark Zoe Simon Anna Leo'
).split(' ')
const lastNames = (
  'Walker Hughes Bennett Turner Collins Meyer Schmidt Novak Larsen Lindqvist Moreau Dubois Rossi Silva Costa Murphy ' +
  "O'Brien Fraser Campbell Nguyen Patel Kim Tanaka Haas Weber Jansen Kowalski Fischer Reed Palmer Brooks Hart"
).split(' ')

/** Empty for those who did not say. */
export const visitorName = (language: Language, dice: Dice): string => {
  const kind = dice.fraction()
  if (kind < 0.28) return ''
  if (language === 'zh') return kind < 0.55 ? dice.pick(nicknames) : dice.pick(surnames) + dice.pick(givenNames)
  const first = dice.pick(firstNames)
  return kind < 0.55 ? first : `${first} ${dice.pick(lastNames)}`
}
