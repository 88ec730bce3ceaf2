import { describe, expect, test } from 'vitest';
import { formBytes } from '#fixtures/forms';
import { readForm, writeLrm, writeLrmx, type FormRead } from './index.ts';

const gif = Buffer.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 4, 0, 5, 0, 0, 0, 0]).toString('base64');

function readBytes(bytes: Uint8Array): FormRead {
  const reading = readForm(bytes);
  if (!reading.ok) throw new Error(reading.problem.code);
  return reading;
}

/** A form with these elements besides the name. */
function read(elements: string, declaration = ''): FormRead {
  return readBytes(
    new TextEncoder().encode(`${declaration}<Person><XingMing>张三</XingMing>${elements}</Person>`),
  );
}

function codes(reading: FormRead): string[] {
  return reading.notes.map((note) => note.code);
}

function item(relation: string, name: string, more = ''): string {
  return `<Item><ChengWei>${relation}</ChengWei><XingMing>${name}</XingMing>${more}</Item>`;
}

describe('1 structure', () => {
  test('missing elements are empty cells', () => {
    const { form, clean } = read('');
    expect(form).toMatchObject({ name: '张三', birth: '', family: [], photo: null, version: '' });
    expect(clean).toBe(true);
  });

  test('the order of elements does not matter', () => {
    const { form } = read('<Version>2.0</Version><NiRenZhiWu>某局局长</NiRenZhiWu><XingBie>男</XingBie>');
    expect(form).toMatchObject({ version: '2.0', proposedPost: '某局局长', sex: '男' });
  });

  test('unknown elements survive in their order, with attributes, children and signs', () => {
    const unknown = ['<A b="&lt;1&gt;">x &amp; y<C/></A>', '<BeiZhu> 某软件 </BeiZhu>', '<A>2</A>'];
    const { form } = read(`${unknown[0]}<XingBie>男</XingBie>${unknown[1]}${unknown[2]}`);
    expect(form.unknownElements).toEqual(unknown);
    expect(readBytes(writeLrmx(form)).form.unknownElements).toEqual(unknown);
  });

  test('several family lists are one list', () => {
    const list = (rows: string): string => `<JiaTingChengYuan>${rows}</JiaTingChengYuan>`;
    const { form, clean } = read(list(item('妻子', '李四')) + list(item('儿子', '张五')));
    expect(form.family.map((row) => row.name)).toEqual(['李四', '张五']);
    expect(clean).toBe(false);
  });

  test('an unknown element inside a family row goes back into its row', () => {
    const rows = item('妻子', '李　四') + item('', '') + item('儿子', '张五', '<BeiZhu>在读</BeiZhu>');
    const { form } = read(`<JiaTingChengYuan>${rows}<Shu>3</Shu></JiaTingChengYuan>`);
    const bytes = writeLrmx(form);
    expect(new TextDecoder().decode(bytes)).toMatch(
      /<XingMing>张五<\/XingMing>[^/]*(?:<[^B][^>]*>\s*)*<BeiZhu>在读<\/BeiZhu>\s*<\/Item>/,
    );
    expect(readBytes(bytes).form.unknownElements).toEqual(form.unknownElements);
    const gone = { ...form, family: form.family.slice(0, 1) };
    expect(readBytes(writeLrmx(gone)).form.unknownElements).toEqual(form.unknownElements);
  });

  test('a value that is given twice is kept twice, with a note', () => {
    const reading = read('<XingMing>李四</XingMing>');
    expect(reading.form).toMatchObject({ name: '张三', unknownElements: ['<XingMing>李四</XingMing>'] });
    expect(codes(reading)).toEqual(['form-repeated']);
    expect(readBytes(writeLrmx(reading.form)).form).toMatchObject({
      name: '张三',
      unknownElements: ['<XingMing>李四</XingMing>'],
    });
  });

  test('text between elements and odd attributes are not passed over', () => {
    const reading = read('某处 &amp; 文字<XingBie code="1">男</XingBie>');
    expect(reading.form.unknownElements).toEqual(['某处 &amp; 文字']);
    expect(codes(reading)).toEqual(['form-stray-text', 'form-attribute']);
  });
});

describe('2 blanks', () => {
  test.each(['', ' ', '\n    ', '\u3000\u3000', '\u00a0', '\u200b', '&#x20;'])(
    '%j is an empty cell',
    (blank) => {
      const { form, originals } = read(`<NiRenZhiWu>${blank}</NiRenZhiWu>`);
      expect(form.proposedPost).toBe('');
      expect(originals).toEqual(blank === '\u200b' ? { proposedPost: blank } : {});
    },
  );

  test('blanks inside a name and around any value go, no-break and zero-width ones are replaced', () => {
    const { form } = readBytes(
      new TextEncoder().encode(
        '<Person><XingMing>\u3000张\u3000三\u00a0</XingMing><XianRenZhiWu>\u200b某局\u00a0副局长　</XianRenZhiWu></Person>',
      ),
    );
    expect(form).toMatchObject({ name: '张三', currentPost: '某局 副局长' });
  });

  test('a minority name keeps its middle dot, whatever sign stood for it', () => {
    for (const dot of ['。', '.', '．', '、', '•', '・', '·']) {
      const bytes = new TextEncoder().encode(`<Person><XingMing>阿依古丽 ${dot} 买买提</XingMing></Person>`);
      expect(readBytes(bytes)).toMatchObject({ form: { name: '阿依古丽·买买提' }, notes: [] });
    }
  });

  test('a question mark in a name may be a lost character and is doubted', () => {
    const reading = readBytes(new TextEncoder().encode('<Person><XingMing>张?明</XingMing></Person>'));
    expect(reading.originals.name).toBe('张?明');
    expect(codes(reading)).toEqual(['name-doubtful']);
  });
});

describe('3 encodings', () => {
  const xml =
    '<?xml version="1.0" encoding="utf-8"?><Person><XingMing>张㛃</XingMing><MinZu>汉族</MinZu></Person>';

  test('UTF-16 of both byte orders, with and without a mark', () => {
    const little = Buffer.from(xml.replace('utf-8', 'utf-16'), 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big, Buffer.concat([Buffer.from([0xff, 0xfe]), little])]) {
      expect(readBytes(new Uint8Array(bytes))).toMatchObject({
        form: { name: '张㛃' },
        clean: false,
        notes: [],
      });
    }
  });

  test('GB18030 that calls itself UTF-8 is read as what it is, with a note', () => {
    const reading = readBytes(formBytes('accepted', '缺陷02gbk_says_utf8.lrmx'));
    expect(codes(reading)).toEqual(['form-encoding-differs']);
  });

  test('UTF-8 with a damaged byte is refused and not taken for GB18030', () => {
    const bytes = new TextEncoder().encode(xml.replace('汉族', '汉族'.repeat(20)));
    bytes[bytes.indexOf(0xe6)] = 0x41;
    expect(readForm(bytes)).toMatchObject({ ok: false, problem: { code: 'form-encoding' } });
  });
});

describe('4 markup', () => {
  test('bare & and <', () => {
    const reading = read('<ShuXiZhuanYeYouHeZhuanChang>规划 & 建设<信访>a<b&c</ShuXiZhuanYeYouHeZhuanChang>');
    expect(reading.form.specialty).toBe('规划 & 建设<信访>a<b&c');
    expect(codes(reading)).toEqual(['form-bare-markup']);
    expect(reading.notes[0]?.field).toBe('specialty');
  });

  test('elements inside a value are its text', () => {
    const reading = read('<RenMianLiYou>结构<b>优化</b></RenMianLiYou>');
    expect(reading.form.reason).toBe('结构<b>优化</b>');
    expect(codes(reading)).toEqual(['form-bare-markup']);
  });

  test.each(['结构优化&amp;lt;三年&amp;gt;', '结构优化&amp;amp;lt;三年&amp;amp;gt;', '结构优化&lt;三年&gt;'])(
    '%s',
    (text) => {
      expect(read(`<RenMianLiYou>${text}</RenMianLiYou>`).form.reason).toBe('结构优化<三年>');
    },
  );

  test('line breaks of every kind are LF', () => {
    const text = 'a\r\nb\rc&#xD;d&#xD;&#xA;e&lt;br/&gt;f&lt;br&gt;g<br/>h~i&amp;#xD;j';
    expect(read(`<JiangChengQingKuang>${text}</JiangChengQingKuang>`).form.rewardsPenalties).toBe(
      'a\nb\nc\nd\ne\nf\ng\nh\ni\nj',
    );
    expect(read('<RenMianLiYou>a<br>b</RenMianLiYou>').form.reason).toBe('a\nb');
  });

  test('~ behind a date means until', () => {
    expect(read('<NianDuKaoHeJieGuo>2019~2021年优秀~2022年称职</NianDuKaoHeJieGuo>').form.assessments).toBe(
      '2019~2021年优秀\n2022年称职',
    );
    expect(read('<JianLi>1991.09~1995.07  某校~1995.07~         某局</JianLi>').form.resume).toBe(
      '1991.09--1995.07  某校\n1995.07--         某局',
    );
  });

  test('control characters and references to them', () => {
    const reading = read('<XianRenZhiWu>某局\u0001\u000b局&#x1;长&#0;</XianRenZhiWu>');
    expect(reading.form.currentPost).toBe('某局局长');
    expect(codes(reading)).toEqual(['form-control-characters']);
  });

  test('CDATA and comments are what they are', () => {
    const { form } = read('<!-- a --><XianRenZhiWu><![CDATA[某局 <局长> & ]]><!-- b --></XianRenZhiWu>');
    expect(form.currentPost).toBe('某局 <局长> &');
  });
});

describe('5 dates', () => {
  test.each([
    ['1972.07.01', '197207'],
    ['1972-7', '197207'],
    ['1972年7月', '197207'],
    ['19720701', '197207'],
    ['1972', '1972'],
    ['2010年秋', '2010秋'],
  ])('birth %s is %s', (text, value) => {
    const reading = read(`<ChuShengNianYue>${text}</ChuShengNianYue>`);
    expect(reading.form.birth).toBe(value);
    expect(reading.originals.birth).toBe(text === value ? undefined : text);
  });

  test.each([
    ['2023.12', '202312'],
    ['20231215', '20231215'],
    ['2023-12-15', '20231215'],
    ['2023年12月', '202312'],
  ])('计算年龄时间 %s is %s', (text, value) => {
    expect(read(`<JiSuanNianLingShiJian>${text}</JiSuanNianLingShiJian>`).form.ageReference).toBe(value);
  });

  test('words stay and are doubted', () => {
    const reading = read('<ChuShengNianYue>不详</ChuShengNianYue>');
    expect(reading).toMatchObject({ form: { birth: '不详' }, clean: true });
    expect(reading.notes).toEqual([
      {
        code: 'date-unreadable',
        field: 'birth',
        value: '不详',
        message: '“出生年月”的值“不详”不是可识别的日期，已按原文保留，请核对后改为年月（如 197207）。',
      },
    ]);
  });
});

describe('6 short names', () => {
  test('民族 is given in full, other codes stay as they are written', () => {
    const { form, originals } = read(
      '<MinZu>满 </MinZu><QuanRiZhiJiaoYu_XueLi>大学本科</QuanRiZhiJiaoYu_XueLi><QuanRiZhiJiaoYu_XueWei>工学学士学位</QuanRiZhiJiaoYu_XueWei>' +
        `<JiaTingChengYuan>${item('妻子', '李四', '<ZhengZhiMianMao>党员</ZhengZhiMianMao>')}</JiaTingChengYuan>`,
    );
    expect(form).toMatchObject({ ethnicGroup: '满族', ftEducation: '大学本科', ftDegree: '工学学士学位' });
    expect(form.family[0]?.politicalStatus).toBe('党员');
    expect(originals).toEqual({ ethnicGroup: '满 ' });
  });

  test('a 民族 that is no short name stays', () => {
    expect(read('<MinZu>外国血统</MinZu>').form.ethnicGroup).toBe('外国血统');
  });

  test('入党时间 in the words of other programs', () => {
    expect(read('<RuDangShiJian>民盟（2002.03）</RuDangShiJian>').form.partyJoin).toBe('200203；民盟');
    expect(codes(read('<RuDangShiJian>民建2001.08</RuDangShiJian>'))).toEqual(['party-ambiguous']);
    expect(codes(read('<RuDangShiJian>不详</RuDangShiJian>'))).toEqual(['party-unreadable']);
  });
});

test('7 无 in 奖惩情况 and 年度考核结果 stays as it is written', () => {
  for (const none of ['无', '(无)', '（无）']) {
    const { form } = read(
      `<JiangChengQingKuang>${none}</JiangChengQingKuang><NianDuKaoHeJieGuo>${none}</NianDuKaoHeJieGuo>`,
    );
    expect(form).toMatchObject({ rewardsPenalties: none, assessments: none });
  }
});

describe('8 family', () => {
  test('lists of different length in an .lrm are paired by place and doubted', () => {
    const text = new TextDecoder('gb18030').decode(formBytes('accepted', '石之程7.lrm'));
    const reading = readBytes(new TextEncoder().encode(text.replace('江淑@龙强@', '江淑@')));
    expect(reading.form.family.slice(0, 2).map((row) => row.name)).toEqual(['江淑', '曹俊']);
    expect(codes(reading)).toContain('family-misaligned');
  });

  test('a birth in years, other words in 政治面貌 and dotted dates', () => {
    const more = '<ChuShengRiQi>1959</ChuShengRiQi><ZhengZhiMianMao>已退休</ZhengZhiMianMao>';
    const dotted = item('母亲', '王 五', '<ChuShengRiQi>1959.07</ChuShengRiQi>');
    const reading = read(
      `<JiaTingChengYuan>${item('父亲', '张二', more)}${dotted}${item('', ' ')}</JiaTingChengYuan>`,
    );
    expect(reading.form.family).toMatchObject([
      { birth: '1959', politicalStatus: '已退休' },
      { name: '王五', birth: '195907' },
    ]);
    expect(reading.originalFamily?.[1]).toMatchObject({ name: '王 五', birth: '1959.07' });
  });
});

describe('9 photos', () => {
  test.each([
    ` ${gif.slice(0, 8)}\n${gif.slice(8)} `,
    `data:image/gif;base64,${gif}`,
    gif.replace(/=+$/, ''),
  ])('%j', (text) => {
    const reading = read(`<ZhaoPian>${text}</ZhaoPian>`);
    expect(reading.form.photo && Buffer.from(reading.form.photo).toString('base64')).toBe(gif);
    expect([reading.clean, reading.notes]).toEqual([false, []]);
  });

  test('bare base64 is clean, also beside a comment that holds another photo', () => {
    expect(read(`<ZhaoPian>${gif}</ZhaoPian>`)).toMatchObject({ clean: true });
    expect(read(`<!--<ZhaoPian>${gif}</ZhaoPian>-->`).form.photo).toBeNull();
  });

  test('what looks like a photo elsewhere is not cut out', () => {
    const photo = `<ZhaoPian>${gif}</ZhaoPian>`;
    expect(read(`<RenMianLiYou><![CDATA[${photo}]]></RenMianLiYou>`).form).toMatchObject({
      reason: photo,
      photo: null,
    });
    const { form } = read(`<Jiu>${photo}</Jiu><ZhaoPian></ZhaoPian>`);
    expect(form).toMatchObject({ photo: null, unknownElements: [`<Jiu>${photo}</Jiu>`] });
    const lrm = writeLrm({ ...form, reason: photo }).bytes;
    expect(readBytes(lrm).form.reason).toBe(photo);
  });

  test.each([
    ['不是编码!', 'photo-unreadable'],
    ['AAAAAAAA', 'photo-unknown'],
    ['/9j/4AAQ', 'photo-unknown'],
  ])('the text of a photo that is none (%s) is kept, with a note', (text, code) => {
    const reading = read(`<ZhaoPian>${text}</ZhaoPian>`);
    expect(reading).toMatchObject({ form: { photo: null }, originalPhotoText: text, clean: false });
    expect(codes(reading)).toEqual([code]);
  });

  test('a photo above 5 MB is kept, with a note', () => {
    const large = Buffer.concat([Buffer.from(gif, 'base64'), Buffer.alloc(5_000_000)]).toString('base64');
    const reading = read(`<ZhaoPian>${large}</ZhaoPian>`);
    expect(reading.form.photo?.length).toBe(5_000_013);
    expect(codes(reading)).toEqual(['photo-large']);
  });
});

test('10 ID numbers: lower-case x, blanks, full-width digits, 15 digits', () => {
  const id = (text: string): FormRead => read(`<ShenFenZheng>${text}</ShenFenZheng>`);
  expect(id(' 99386919800725128x').form.nationalId).toBe('99386919800725128X');
  expect(id('993869 19800725 128ｘ').form.nationalId).toBe('99386919800725128X');
  expect(codes(id('997946921003335'))).toEqual(['id-15-digits']);
});

test('11 two people of one name keep what tells them apart', () => {
  const [one, other] = ['同名甲.lrmx', '同名乙.lrmx'].map(
    (file) => readBytes(formBytes('accepted', file)).form,
  );
  expect(one?.name).toBe(other?.name);
  expect(one?.nationalId).not.toBe(other?.nationalId);
});

test('12 the content decides the format, whatever the name of the file says', () => {
  expect(readBytes(formBytes('accepted', '郭国远23.lrmx')).format).toBe('lrm');
  const { form } = readBytes(formBytes('accepted', '袁瑾0.lrmx'));
  expect(readBytes(writeLrm(form).bytes).format).toBe('lrm');
});
