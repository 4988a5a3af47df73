// Places, couriers and companies to fill slots with. All people and firms are made up.
import type { Language } from './scenario.ts'

export type FactPool = {
  readonly cities: readonly string[]
  /** `#` is the number. */
  readonly streets: readonly string[]
  readonly names: readonly string[]
  readonly couriers: readonly { readonly name: string; readonly prefix: string }[]
  readonly companies: readonly string[]
  /** `#` makes it somebody's own. */
  readonly mails: readonly string[]
  readonly codes: readonly string[]
  readonly budgets: readonly string[]
}

const zh: FactPool = {
  cities: (
    '北京 上海 广州 深圳 杭州 成都 重庆 武汉 南京 西安 苏州 长沙 郑州 天津 青岛 厦门 福州 昆明 合肥 济南 沈阳 ' +
    '大连 哈尔滨 宁波 无锡 佛山 东莞 南昌 贵阳 太原 兰州 乌鲁木齐 海口 石家庄 温州 泉州'
  ).split(' '),
  streets: [
    '中山路#号',
    '人民大道#号',
    '解放西路#号',
    '学府路#号',
    '滨江大道#号',
    '文昌街#号',
    '建设北路#号',
    '光明小区#号楼',
    '锦绣花园#栋',
    '高新一路#号',
    '桂园路#号',
    '长安街#号',
  ],
  names: '李先生 王女士 张先生 刘女士 陈先生 杨女士 赵先生 黄女士 周先生 吴女士 徐先生 孙女士 何女士 郭先生'.split(' '),
  couriers: [
    { name: '顺丰', prefix: 'SF' },
    { name: '中通', prefix: '75' },
    { name: '圆通', prefix: 'YT' },
    { name: '韵达', prefix: '43' },
    { name: '京东快递', prefix: 'JD' },
    { name: '邮政', prefix: '98' },
  ],
  companies: [
    '杭州云栖文化有限公司',
    '上海禾木设计有限公司',
    '深圳知远科技有限公司',
    '成都蓉城餐饮管理有限公司',
    '北京清和咨询有限公司',
    '苏州半山酒店管理有限公司',
    '武汉江岸贸易有限公司',
    '厦门鹭岛旅行社有限公司',
  ],
  mails: ['lin#@mail.example', 'caiwu#@office.example', 'wang#@mail.example', 'fapiao#@office.example'],
  codes: ['TEA20', '新客礼', 'SPRING30', '双十一满减', '老友88', 'CHAYU15'],
  budgets: ['100元', '200元', '300元', '500元', '一千'],
}

const en: FactPool = {
  cities: (
    'London Manchester Dublin Berlin Hamburg Amsterdam Paris Lyon Madrid Vienna Zurich Stockholm Oslo Toronto ' +
    'Vancouver Seattle Portland Boston Chicago Austin Denver Sydney Melbourne Auckland Singapore'
  ).split(' '),
  streets: [
    '# Mill Lane',
    '# Harbour Street',
    '# Church Road',
    '# Oak Avenue',
    '# King Street',
    '# Garden Terrace',
    '# Station Road',
    '# Elm Court',
  ],
  names: ['Ms Walker', 'Mr Hughes', 'Ms Lindqvist', 'Mr Okafor', 'Ms Keller', 'Mr Moreau', 'Ms Tan', 'Mr Novak'],
  couriers: [
    { name: 'DHL', prefix: 'JD0' },
    { name: 'FedEx', prefix: '77' },
    { name: 'UPS', prefix: '1Z' },
    { name: 'EMS', prefix: 'EE' },
    { name: 'SF International', prefix: 'SF' },
  ],
  companies: [
    'Hollow Oak Café Ltd',
    'Marlow & Finch',
    'Northwind Hotel Group',
    'Brightwater Studio',
    'The Paper Lantern',
    'Alder Street Bakery',
    'Kestrel Books & Tea',
  ],
  mails: ['accounts#@office.example', 'hello#@mail.example', 'orders#@office.example', 'me#@mail.example'],
  codes: ['WELCOME10', 'TEA20', 'SPRING15', 'STEEP5', 'LEAF12'],
  budgets: ['$30', '$40', '$50', '$80', '$100'],
}

export const factPools: Readonly<Record<Language, FactPool>> = { zh, en }
