// What the demo shop sells. Prices in yuan; abroad it charges in dollars.

export type Goods = {
  readonly kind: 'tea' | 'ware'
  readonly zh: string
  readonly en: string
  readonly yuan: number
  readonly path: string
}

export const shopName = { zh: '半山茶舍', en: 'Halfway Hill Tea' } as const
/** `.example` belongs to nobody. */
export const shopUrl = 'https://shop.example'
export const yuanPerDollar = 7.1

const tea = (zh: string, en: string, yuan: number, path: string): Goods => ({ kind: 'tea', zh, en, yuan, path })
const ware = (zh: string, en: string, yuan: number, path: string): Goods => ({ kind: 'ware', zh, en, yuan, path })

export const shopGoods: readonly Goods[] = [
  tea('明前龙井', 'Pre-Qingming Longjing', 368, 'longjing'),
  tea('洞庭碧螺春', 'Dongting Biluochun', 298, 'biluochun'),
  tea('黄山毛峰', 'Huangshan Maofeng', 168, 'maofeng'),
  tea('六安瓜片', 'Lu’an Guapian', 188, 'guapian'),
  tea('安吉白茶', 'Anji Baicha', 238, 'anji-baicha'),
  tea('福鼎白毫银针', 'Silver Needle', 458, 'silver-needle'),
  tea('老寿眉饼', 'aged Shou Mei cake', 198, 'shoumei'),
  tea('正山小种', 'Lapsang Souchong', 158, 'lapsang'),
  tea('金骏眉', 'Jin Jun Mei', 528, 'jinjunmei'),
  tea('祁门红茶', 'Keemun', 138, 'keemun'),
  tea('滇红金芽', 'Golden Bud Dian Hong', 178, 'dianhong'),
  tea('武夷大红袍', 'Da Hong Pao', 388, 'dahongpao'),
  tea('武夷肉桂', 'Wuyi Rou Gui', 428, 'rougui'),
  tea('清香铁观音', 'Tieguanyin', 148, 'tieguanyin'),
  tea('凤凰单丛鸭屎香', 'Ya Shi Xiang Dan Cong', 328, 'yashixiang'),
  tea('冻顶乌龙', 'Dong Ding Oolong', 218, 'dongding'),
  tea('2018 年勐海熟普', '2018 Menghai ripe pu’er', 268, 'menghai-2018'),
  tea('古树生普', 'old-tree raw pu’er', 498, 'gushu-sheng'),
  tea('茉莉银毫', 'Jasmine Silver Tip', 118, 'jasmine'),
  tea('小青柑', 'Xiao Qing Gan', 98, 'xiaoqinggan'),
  ware('宜兴朱泥西施壶', 'Yixing Xi Shi teapot', 880, 'yixing-xishi'),
  ware('紫泥石瓢壶', 'Shi Piao clay teapot', 1280, 'shipiao'),
  ware('青瓷盖碗', 'celadon gaiwan', 128, 'celadon-gaiwan'),
  ware('白瓷盖碗套装', 'white porcelain gaiwan set', 198, 'porcelain-set'),
  ware('汝窑品茗杯', 'Ru ware tasting cup', 88, 'ru-cup'),
  ware('建盏', 'Jian tea bowl', 360, 'jian-bowl'),
  ware('玻璃公道杯', 'glass pitcher', 59, 'glass-pitcher'),
  ware('竹茶盘', 'bamboo tea tray', 238, 'bamboo-tray'),
  ware('随行茶具', 'travel tea set', 168, 'travel-set'),
  ware('铁壶', 'cast iron kettle', 690, 'iron-kettle'),
]

export const teas: readonly Goods[] = shopGoods.filter(({ kind }) => kind === 'tea')
/** Dark or aged, gentle on the stomach. */
const mildPaths = ['lapsang', 'jinjunmei', 'keemun', 'dianhong', 'menghai-2018', 'shoumei']
export const mildTeas: readonly Goods[] = teas.filter(({ path }) => mildPaths.includes(path))
export const wares: readonly Goods[] = shopGoods.filter(({ kind }) => kind === 'ware')
