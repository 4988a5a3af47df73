// What the demo shop sells and where. Names, prices and places are made up for the demo.
export type Product = { readonly zh: string; readonly en: string; readonly price: number; readonly path: string }

export const products: readonly Product[] = [
  { zh: '明前龙井 250 克', en: 'Pre-Qingming Longjing, 250 g', price: 368, path: '/tea/longjing-250' },
  { zh: '武夷肉桂 100 克', en: 'Wuyi Rougui, 100 g', price: 218, path: '/tea/rougui-100' },
  { zh: '安溪铁观音 500 克', en: 'Anxi Tieguanyin, 500 g', price: 268, path: '/tea/tieguanyin-500' },
  { zh: '福鼎白毫银针 150 克', en: 'Fuding Silver Needle, 150 g', price: 328, path: '/tea/silver-needle-150' },
  { zh: '老树普洱饼 357 克', en: 'Old-tree Pu’er cake, 357 g', price: 298, path: '/tea/puer-cake-357' },
  { zh: '祁门红茶 200 克', en: 'Keemun black tea, 200 g', price: 158, path: '/tea/keemun-200' },
  { zh: '凤凰单丛鸭屎香 150 克', en: 'Phoenix Dancong, 150 g', price: 236, path: '/tea/dancong-150' },
  { zh: '茉莉龙珠 200 克', en: 'Jasmine dragon pearls, 200 g', price: 128, path: '/tea/jasmine-pearls-200' },
  { zh: '桂花乌龙茶包 20 袋', en: 'Osmanthus oolong, 20 bags', price: 59, path: '/tea/osmanthus-bags' },
  { zh: '景德镇白瓷盖碗', en: 'Jingdezhen white gaiwan', price: 168, path: '/teaware/gaiwan-white' },
  { zh: '宜兴紫砂西施壶 180 毫升', en: 'Yixing Xishi teapot, 180 ml', price: 680, path: '/teaware/xishi-180' },
  { zh: '耐热玻璃公道杯', en: 'Heat-proof glass pitcher', price: 49, path: '/teaware/pitcher-glass' },
  { zh: '胡桃木茶盘', en: 'Walnut tea tray', price: 399, path: '/teaware/tray-walnut' },
  { zh: '旅行茶具套装', en: 'Travel tea set', price: 139, path: '/teaware/travel-set' },
  { zh: '手绘品茗杯一对', en: 'Hand-painted cups, a pair', price: 98, path: '/teaware/cups-pair' },
  { zh: '恒温电热水壶', en: 'Temperature-control kettle', price: 329, path: '/teaware/kettle' },
]

export const cities = {
  zh: [
    '上海',
    '北京',
    '广州',
    '成都',
    '杭州',
    '武汉',
    '西安',
    '南京',
    '苏州',
    '厦门',
    '青岛',
    '长沙',
    '昆明',
    '哈尔滨',
  ],
  en: ['London', 'Berlin', 'Vancouver', 'Dublin', 'Sydney', 'Amsterdam', 'Boston', 'Singapore', 'Lyon', 'Seattle'],
} as const

export const couriers = {
  zh: ['顺丰', '中通', '圆通', '京东物流', '邮政 EMS'],
  en: ['DHL', 'FedEx', 'EMS', 'UPS', 'Royal Mail'],
} as const

export const visitorNames = {
  zh: [
    '王芳',
    '李娜',
    '张伟',
    '刘洋',
    '陈静',
    '杨帆',
    '赵磊',
    '黄丽',
    '周杰',
    '吴敏',
    '徐晨',
    '孙悦',
    '马琳',
    '朱婷',
    '胡军',
    '林小雨',
    '何欣',
    '郭涛',
    '罗佳',
    '梁爽',
  ],
  en: [
    'Emma Clarke',
    'Oliver Hughes',
    'Sofie Jansen',
    'Liam O’Brien',
    'Hannah Weiss',
    'Noah Martin',
    'Priya Nair',
    'Lucas Meyer',
    'Grace Kim',
    'Daniel Novak',
    'Chloe Dubois',
    'Ethan Ward',
  ],
} as const

/** Referrers and languages as a shop of this kind sees them. */
export const referrers = [
  '',
  '',
  '',
  'https://www.baidu.com/',
  'https://www.google.com/',
  'https://www.xiaohongshu.com/',
  'https://www.bing.com/',
  'https://weibo.com/',
] as const

export const userAgents = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15; 23127PN0CC) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:134.0) Gecko/20100101 Firefox/134.0',
] as const
