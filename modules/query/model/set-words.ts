import type { SetWords } from '#platform/model';

/** Codes of 是 and 否, and of 在任 and 已免: they are the same. */
const held = {
  '1': { has: '现任', hasNot: '现在没有担任' },
  '0': { has: '曾任', hasNot: '没有曾任' },
};

/** How sentences speak of the rows of the sets of a person, by the code of the set. */
export const setWords: Readonly<Record<string, SetWords>> = {
  A02: {
    noun: '职务',
    counter: '项',
    has: '担任过（含现任）',
    hasNot: '没有担任过',
    during: '任',
    active: '任职',
    place: 'A02.orgCode',
    name: 'A02.postTitle',
    type: 'A02.positionLevelCode',
    states: [
      { field: 'A02.isHeld', words: held },
      { field: 'A02.tenureStatusCode', words: held },
    ],
  },
  A05: {
    noun: '职务层次或职级',
    counter: '项',
    has: '担任过（含现任）',
    hasNot: '没有担任过',
    during: '任',
    name: 'A05.levelOrRankCode',
    states: [
      { field: 'A05.isHeld', words: held },
      { field: 'A05.statusCode', words: held },
    ],
  },
  A06: { noun: '专业技术任职资格', counter: '项', has: '取得', hasNot: '没有取得' },
  A08: { noun: '学历学位', counter: '项', has: '有', hasNot: '没有' },
  A11: { noun: '培训', counter: '次', has: '参加过', hasNot: '没有参加过' },
  A14: {
    noun: '奖励或处分',
    counter: '次',
    has: '受过',
    hasNot: '没有受过',
    name: 'A14.code',
    names: { '01': '奖励', '02': '处分' },
    time: 'A14.approvedOn',
  },
  A15: {
    noun: '年度考核',
    counter: '次',
    has: '有',
    hasNot: '没有',
    result: 'A15.resultCode',
    time: 'A15.year',
  },
  A17: { noun: '经历', counter: '段', has: '有', hasNot: '没有' },
  RP01: {
    noun: '后备干部库',
    counter: '个',
    has: '列入',
    hasNot: '没有列入',
    during: '列入',
    name: 'RP01.poolName',
    time: 'RP01.enteredOn',
  },
  RP02: { noun: '后备年度研判', counter: '次', has: '有', hasNot: '没有', time: 'RP02.year' },
  TG01: { noun: '标签', counter: '个', has: '有', hasNot: '没有' },
  A36: { noun: '家庭成员或社会关系', counter: '人', has: '有', hasNot: '没有' },
};
