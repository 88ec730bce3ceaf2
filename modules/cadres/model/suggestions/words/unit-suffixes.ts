/** How the name of a unit ends. */
export const unitSuffixes: readonly string[] = [
  '局 厅 署 委员会 常委会 常务委员会 人大 政协 政府 法院 检察院 公署 区委 县委 市委 省委 州委 旗委 盟委 团委 纪委 监委 政法委',
  '发改委 经委 建委 农委 教委 科委 体委 计委 计生委 卫健委 卫计委 国资委 编委 编办 经信委 商务委 交通委 民委 工委 纪工委 机关工委 农工委',
  '文明委 爱卫会 管委会 居委会 村委会 联合会 总工会 工会 妇联 工商联 残联 文联 科协 侨联 红十字会 协会 学会 商会 总会 分会 理事会 基金会 促进会 研究会',
  '办公室 办公厅 研究室 督查室 政研室 史志办 信访办 扶贫办 金融办 外事办 法制办 人防办 应急办 办 处 科 股 室 组 部 队 所 站 中心 院',
  '镇 乡 街道 街道办事处 办事处 街道办 村 社区 苏木 嘎查 农场 林场 牧场 渔场 茶场 开发区 园区 高新区 经开区 新区 示范区 产业园',
  '大学 学院 学校 党校 行政学院 中学 小学 一中 二中 三中 四中 五中 六中 中心校 完小 幼儿园 实验学校 职教中心 教研室 师范 校 学部 系',
  '公司 集团 厂 矿 银行 支行 分行 信用社 联社 信用联社 供销社 合作社 粮库 粮站 电站 水库 报社 出版社 杂志社 电视台 广播电台 电台 台',
  '馆 图书馆 文化馆 档案馆 博物馆 体育馆 剧团 歌舞团 宾馆 招待所 医院 卫生院 卫生所 卫生室 疾控中心 保健院 敬老院 福利院 殡仪馆',
  '部队 大队 中队 支队 总队 消防队 军分区 警备区 武警 边防站 连队 连 营 团 旅 兵团 指挥部 庭 领导小组 专班 工作组 工作队 巡察组 督导组',
  '派出所 看守所 戒毒所 监狱 劳教所 法庭 税务所 工商所 财政所 司法所 土地所 国土所 交警队 海关 事务所 研究院 研究所 设计院 交易所 俱乐部',
].flatMap((line) => line.split(' '));

/** 内设机构: an office inside a unit may be named with the unit or with the title (某局预算股＋股长, 某局＋预算股股长). */
export const innerOfficeSuffixes: readonly string[] = '科 股 室 处 组 队 办 庭'.split(' ');

/** Units of their own, though their names end like an inner office. */
export const ownOfficeSuffixes: readonly string[] = '办事处 工作组 专班 工作队 支队 总队 指挥部'.split(' ');

/** 政区: what ends the name of a place. */
export const placeSuffixes: readonly string[] = '省 自治区 市 州 盟 地区 区 县 旗'.split(' ');

/** Words whose first character ends a unit's name only by chance: 组织科 is no 组. */
export const straddlingWords: readonly string[] = (
  '组织 组建 科技 科学 科教 科级 科员 科长 处级 处置 处长 处理 部队 部长 部级 部务 站前 站长 办公 办事 社会 社区 社保 社团 社长 校园 校外 校车 校长 村镇 村民 村委 队伍 队长 队员 ' +
  '营商 营级 营长 矿山 矿长 院校 院长 所有 所长 厂矿 厂长 馆藏 馆长 师资 师德 师级 师长 系统 系主 台账 台长 团建 团体 团级 团长 团委 连级 连长 场馆 局部 局长 局级 股权 股份 股级 股长 ' +
  '厅级 厅长 镇长 镇级 乡级 乡长 乡村 庭长 组长 组员 室主 委员 行长 会长 旅游 旅长 中心城'
).split(' ');

/** Departments of a 党委 that are named without it: 区委常委、组织部部长. */
export const committeeBodies: readonly string[] =
  '组织部 宣传部 统战部 统一战线工作部 政法委 政法委员会 社会工作部 办公室 老干部局 党校 巡察办 编办 政研室 机关工委 信访局 档案局 网信办 接待办 督查室 保密局'.split(
    ' ',
  );

/** Bodies of a place that are named without it: 县委常委、纪委书记. */
export const placeBodies: readonly string[] =
  '政府办公室 政府办 政府 人民政府 人大常委会 人大 政协 纪委 纪委监委 监委 监察委员会 法院 检察院 武装部 人武部 总工会 团委 妇联 公安局 公安分局'.split(
    ' ',
  );

/** Bodies of a town, a street or a village that are named without it: 党工委副书记、办事处主任. */
export const localBodies: readonly string[] =
  '办事处 街道办事处 管委会 村委会 居委会 村民委员会 居民委员会'.split(' ');
