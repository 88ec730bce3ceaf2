import type { Random } from './random.ts';

/**
 * Résumés whose places, offices, sections and posts are put together from parts: some ten thousand places, two thousand
 * sections of offices, and every combination of them.
 */
const placeFirst =
  '青长安永太平新临清江河海东西南北金银玉石白黑红黄云龙凤鹤鹿松柏桃梅兰荷湘桂岭川泉溪湖洞沙宁康福德仁义怀靖顺通';
const placeSecond = '山阳阴水江河州城安平陵丰乐宁远化昌源泉溪湖浦港口岭冈坪田塘林原川谷池桥关台庄岛';
const placeKinds = ['市', '县', '区', '自治县'];
const offices = [
  '财政局',
  '审计局',
  '教育局',
  '人力资源和社会保障局',
  '发展和改革委员会',
  '交通运输局',
  '农业农村局',
  '卫生健康委员会',
  '市场监督管理局',
  '统计局',
  '公安局',
  '司法局',
  '民政局',
  '自然资源局',
  '生态环境局',
  '文化和旅游局',
  '应急管理局',
  '退役军人事务局',
  '委组织部',
  '委宣传部',
  '委统战部',
  '委政法委',
  '纪委监委',
  '政府办公室',
  '信访局',
  '水利局',
  '林业局',
  '档案馆',
  '商务局',
  '税务局',
  '科学技术局',
  '住房和城乡建设局',
  '城市管理局',
  '医疗保障局',
  '国有资产监督管理委员会',
  '金融工作办公室',
  '机关事务服务中心',
  '供销合作社',
  '总工会',
  '妇女联合会',
  '残疾人联合会',
  '气象局',
  '地震局',
  '粮食和物资储备局',
  '民族宗教事务局',
  '外事办公室',
  '大数据管理局',
  '投资促进局',
  '乡村振兴局',
  '体育局',
  '广播电视台',
  '融媒体中心',
  '人民法院',
  '人民检察院',
  '委党校',
  '委编办',
  '委老干部局',
  '委巡察办',
  '人大常委会办公室',
  '政协办公室',
];
const sections = [
  '办公室',
  '人事科',
  '综合科',
  '预算科',
  '法规科',
  '信息科',
  '监察室',
  '规划科',
  '执法大队',
  '服务中心',
  '宣教科',
  '督查科',
  '财务科',
  '基层科',
  '干部科',
  '调研室',
  '项目科',
  '行政审批科',
  '安全科',
  '统计科',
  '技术科',
  '产业科',
  '开发科',
  '档案室',
  '机关党委',
  '离退休科',
  '研究室',
  '稽查科',
  '征收科',
  '评估科',
];
const posts = [
  '科员',
  '办事员',
  '副科长',
  '科长',
  '副主任',
  '主任',
  '副局长',
  '局长',
  '党组成员',
  '党组书记',
  '副书记',
  '书记',
  '二级主任科员',
  '一级主任科员',
  '四级调研员',
  '三级调研员',
  '二级调研员',
  '一级调研员',
  '副处长',
  '处长',
];
const schools = [
  '理工大学',
  '师范大学',
  '农业大学',
  '财经大学',
  '政法学院',
  '医学院',
  '工业学院',
  '民族大学',
  '行政学院',
  '科技大学',
];
const majors = [
  '法学',
  '汉语言文学',
  '行政管理',
  '会计学',
  '土木工程',
  '计算机科学与技术',
  '农学',
  '临床医学',
  '经济学',
  '公共管理',
  '思想政治教育',
  '机械设计',
  '历史学',
  '社会工作',
  '水利工程',
  '园林',
  '测绘工程',
  '新闻学',
  '统计学',
  '金融学',
];
/** What stands in brackets, the first most often. */
const asides = [
  '挂职任副县长',
  '借调到省直机关工作',
  '参加中青年干部培训班学习',
  '任驻村第一书记',
  '参加脱贫攻坚专班工作',
  '选调生',
  '挂职锻炼',
  '援藏干部',
];

const least = 220;

export function resumeOf(random: Random): string {
  const target = least + random.below(200);
  let year = 1975 + random.below(30);
  let text = `${year}.09—${year + 4}.07 ${place(random)}${one(random, schools)}${one(random, majors)}专业学习；`;
  year += 4;
  while (text.length < target) {
    const end = year + 1 + random.below(5);
    const aside = random.chance(0.01)
      ? `（其间：${year}.03—${year + 1}.03${asides[random.skewed(asides.length, 3)]}）`
      : '';
    text += `${year}.${month(random)}—${end}.${month(random)} ${place(random)}${one(random, offices)}`;
    text += `${random.chance(0.7) ? one(random, sections) : ''}${one(random, posts)}${aside}；`;
    year = end;
  }
  return text;
}

function place(random: Random): string {
  const first = placeFirst.charAt(random.below(placeFirst.length));
  return first + placeSecond.charAt(random.below(placeSecond.length)) + one(random, placeKinds);
}

function one(random: Random, list: readonly string[]): string {
  return list[random.below(list.length)] ?? '';
}

function month(random: Random): string {
  return String(1 + random.below(12)).padStart(2, '0');
}
