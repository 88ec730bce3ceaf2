import { describe, expect, it } from 'vitest';
import { loadCodeTables } from '#platform/server';
import {
  codeAssessment,
  codeDegree,
  codeEducation,
  codeEthnic,
  codePolitical,
  codeSex,
} from './code-text.ts';
import { codeNativePlace } from './native-place.ts';
import { codeTechnicalTitle } from './technical-title.ts';
import * as aliases from './aliases.ts';

const tables = loadCodeTables();

/** Reads every spelling and compares with the label of the code that it must have; '' where it must stay text. */
function expectCodes(
  code: (text: string, all: typeof tables) => string | null,
  table: string,
  expected: Readonly<Record<string, string>>,
): void {
  const labels = Object.keys(expected).map((text) => {
    const found = code(text, tables);
    return [text, found === null ? '' : (tables.get(table)?.labelOf(found) ?? `no row ${found}`)];
  });
  expect(Object.fromEntries(labels)).toEqual(expected);
}

describe('texts of the form', () => {
  it('are coded as 性别', () => {
    expectCodes(codeSex, 'GB2261', { 男: '男', ' 女 ': '女', 女性: '女', 未知: '', '': '' });
  });

  it('are coded as 民族 with and without 族, and not where a short form is unclear', () => {
    expectCodes(codeEthnic, 'GB3304', {
      汉族: '汉族',
      汉: '汉族',
      '土\u3000家': '土家族',
      土: '土族',
      维吾尔: '维吾尔族',
      蒙族: '蒙古族',
      哈族: '',
      汉满: '',
      族: '',
      '': '',
    });
  });

  it('are coded as 政治面貌 in the words of each party', () => {
    expectCodes(codePolitical, 'GB4762', {
      中共党员: '中共党员',
      党员: '中共党员',
      中国共产党党员: '中共党员',
      中共预备党员: '预备党员',
      团员: '共青团员',
      九三: '九三学社',
      九三学社社员: '九三学社',
      民盟盟员: '民盟',
      农工党党员: '农工党',
      无党派人士: '无党派',
      群众: '群众',
      '中共党员，已去世': '',
      已故: '',
    });
  });

  it('are coded as 学历', () => {
    expectCodes(codeEducation, 'ZB64', {
      大学: '大学',
      大学本科: '大学',
      本科: '大学',
      大专: '大专',
      大学专科: '大专',
      博士研究生: '研究生',
      中央党校大学: '中央党校大学',
      省委党校研究生: '省（区、市）委党校研究生',
      '省(区、市)委党校大学': '省（区、市）委党校大学',
      河北省委党校大学: '省（区、市）委党校大学',
      中共天津市委党校研究生: '省（区、市）委党校研究生',
      内蒙古自治区党委党校大专: '省（区、市）委党校大专',
      保定市委党校大专: '',
      大学普通班: '',
      研究生在读: '',
      无: '',
    });
  });

  it('are coded as 学位, also with the suffix and without the discipline', () => {
    expectCodes(codeDegree, 'GB6864', {
      管理学学士: '管理学学士',
      工学学士学位: '工学学士',
      理学士: '理学学士',
      学士: '学士',
      硕士学位: '硕士',
      教育硕士: '教育硕士专业',
      教育学硕士: '教育学硕士',
      公共管理硕士: '公共管理硕士专业',
      '公共管理硕士(MPA)': '公共管理硕士专业',
      mba: '工商管理硕士专业',
      公共管理硕士专业学位: '公共管理硕士专业',
      管理硕士: '',
      双学士: '',
      金融硕士: '',
      学位: '',
    });
  });

  it('are coded as 专业技术职务 unless several series have the title', () => {
    expectCodes(codeTechnicalTitle, 'GB8561', {
      工程师: '工程师',
      高级工程师: '高级工程师',
      高工: '高级工程师',
      中学高级教师: '高级教师（中学）',
      小学一级教师: '一级教师（小学）',
      '高级教师(中学)': '高级教师（中学）',
      助教: '助教（高校）',
      高校讲师: '讲师（高校）',
      高级政工师任职资格: '高级政工师',
      讲师: '',
      编辑: '',
      研究员: '',
      高级教师: '',
      正高级工程师: '',
      '工程师、经济师': '',
      资格: '',
    });
  });

  it('are coded as 考核结论 and never read 不称职 as 称职', () => {
    expectCodes(codeAssessment, 'ZB18', {
      优秀: '优秀',
      称职等次: '称职',
      年度考核基本称职: '基本称职',
      考核结果为不称职: '不称职',
      不定等次: '不定等次',
      未定等次: '不定等次',
      合格: '合格',
      '优秀、称职': '',
      等次: '',
    });
  });
});

describe('places', () => {
  it('are coded in the short form and in every full form', () => {
    expectCodes(codeNativePlace, 'ZB01', {
      河北盐山: '河北盐山',
      河北省盐山县: '河北盐山',
      河北省沧州市盐山县: '河北盐山',
      河北沧州盐山: '河北盐山',
      '河北 盐山': '河北盐山',
      沧州市盐山县: '河北盐山',
      盐山县: '河北盐山',
      河北盐山人: '河北盐山',
      北京: '北京市',
      北京市朝阳区: '北京朝阳',
      上海浦东: '上海浦东新区',
      内蒙古自治区赤峰市: '内蒙古赤峰',
      河北青龙县: '河北青龙',
      河北省秦皇岛市青龙满族自治县: '河北青龙',
      吉林省延边州延吉市: '吉林延吉',
      石家庄市: '河北石家庄',
    });
  });

  it('are told apart where a name stands for two', () => {
    expect(codeNativePlace('吉林', tables)).toBe('220000');
    expect(codeNativePlace('吉林市', tables)).toBe('220200');
    expect(codeNativePlace('河南濮阳', tables)).toBeNull();
    expect(codeNativePlace('河南省濮阳市', tables)).toBe('410900');
    expect(codeNativePlace('河南濮阳县', tables)).toBe('410928');
    expect(codeNativePlace('四川阿坝州', tables)).toBe('513200');
  });

  it('are joined by name where a code was given out again', () => {
    expect(codeNativePlace('海南省定安县', tables)).toBe('469025');
    expect(codeNativePlace('海南省白沙黎族自治县', tables)).toBe('469030');
    expect(codeNativePlace('河北省邯郸市永年区', tables)).toBe('130429');
  });

  it('stay text where the table has no such place', () => {
    const texts = [
      '',
      '人',
      '不详',
      '中国',
      '朝阳区',
      '盐山',
      '河北长安区',
      '河北省邢台县',
      '云南省普洱市',
      '河北盐山某镇',
    ];
    expect(texts.filter((text) => codeNativePlace(text, tables) !== null)).toEqual([]);
    expect(codeNativePlace('河北省', tables)).toBe('130000');
  });

  it('are never taken for a place of another name, province or level', () => {
    const divisions = tables.get('GB2260')?.items.filter((item) => item.parent && !item.placeholder) ?? [];
    const labelOf = (code: string) => tables.get('ZB01')?.labelOf(code) ?? '';
    let coded = 0;
    const wrong = divisions.filter(({ code, label }) => {
      const path = tables.get('GB2260')?.pathOf(code ?? '') ?? [];
      const text = path.filter((part) => !/^(?:市辖区|县|.*直辖县级行政区划)$/.test(part)).join('');
      const found = codeNativePlace(text, tables);
      if (!code || found === null) return false;
      coded += 1;
      const province = labelOf(`${found.slice(0, 2)}0000`).replace(/市$/, '');
      const isSameLevel = found.endsWith('00') === code.endsWith('00');
      return (
        !isSameLevel ||
        code.slice(0, 2) !== found.slice(0, 2) ||
        !`${province}${label}`.startsWith(labelOf(found))
      );
    });
    expect(coded).toBeGreaterThan(2200);
    expect(wrong).toEqual([]);
  });

  it('are found again from the label of every row that has it alone', () => {
    const rows = tables.get('ZB01')?.items ?? [];
    const lost = rows
      .filter((item) => codeNativePlace(item.label, tables) !== item.code)
      .map((item) => item.label);
    expect(rows.length).toBeGreaterThan(2000);
    expect(new Set(lost)).toEqual(new Set(['云南红河', '四川阿坝', '河南濮阳']));
  });
});

describe('the alias lists', () => {
  it('point at labels that the tables have and repeat none of them', () => {
    const lists: readonly [string, Readonly<Record<string, string>>][] = [
      ['GB2261', aliases.sexAliases],
      ['GB3304', aliases.ethnicAliases],
      ['GB4762', aliases.politicalAliases],
      ['ZB64', aliases.educationAliases],
      ['GB6864', aliases.degreeAliases],
      ['GB8561', aliases.technicalTitleAliases],
      ['ZB18', aliases.assessmentAliases],
      ['ZB01', aliases.placeAliases],
    ];
    for (const [id, list] of lists) {
      const table = tables.get(id);
      for (const [spelling, label] of Object.entries(list)) {
        expect(table?.byLabel(label)?.code, `${id} ${label}`).toEqual(expect.any(String));
        expect(table?.byLabel(spelling), `${id} ${spelling}`).toBeUndefined();
      }
    }
  });
});
