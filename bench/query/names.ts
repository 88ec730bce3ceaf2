import type { Random } from './random.ts';

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const given =
  '建国华明军伟芳娜敏静丽强磊洋勇艳杰娟涛超秀霞平刚桂英文辉玲红玉兰志海春燕龙凤鹏飞宇浩然子涵欣怡梓轩晓东少波立新永康德胜利民安宁清雅慧珍荣光辰星峰山川林森木水金土';

/** An invented name of two or three characters. */
export function nameOf(random: Random): string {
  const second = random.below(given.length + 20);
  return (
    pick(surnames, random.below(surnames.length)) +
    pick(given, random.below(given.length)) +
    pick(given, second)
  );
}

function pick(characters: string, at: number): string {
  return characters.charAt(at);
}
