import type { BandSet } from './bands.ts';

/** Months of tenure; a year is twelve of them, and `to` is the last month below the next band. */
const tenure = [
  { label: '不满1年', to: 11 },
  { label: '1至3年', from: 12, to: 35 },
  { label: '3至5年', from: 36, to: 59 },
  { label: '5至10年', from: 60, to: 119 },
  { label: '10年以上', from: 120 },
];

/** Codes of ZB64; 高中 and below have codes without a common parent. */
const education = [
  { label: '研究生', values: ['1'] },
  { label: '大学', values: ['2'] },
  { label: '大专', values: ['3'] },
  { label: '中专及以下', values: ['41', '61'] },
];

/** Codes of GB/T 6864; 名誉博士 is not a degree that was studied for. */
const degree = [
  { label: '博士', values: ['2'] },
  { label: '硕士', values: ['3'] },
  { label: '学士', values: ['4'] },
];

/** The band sets that a new installation has; source: domain-rules 6.1. */
export const defaultBandSets: readonly BandSet[] = [
  {
    id: 'age:standard',
    label: '年龄段',
    field: 'age',
    bands: [
      { label: '35岁以下', to: 35 },
      { label: '36至40岁', from: 36, to: 40 },
      { label: '41至45岁', from: 41, to: 45 },
      { label: '46至50岁', from: 46, to: 50 },
      { label: '51至54岁', from: 51, to: 54 },
      { label: '55岁以上', from: 55 },
    ],
  },
  {
    id: 'age:town',
    label: '年龄段（乡镇）',
    field: 'age',
    bands: [
      { label: '30岁以下', to: 30 },
      { label: '31至35岁', from: 31, to: 35 },
      { label: '36至40岁', from: 36, to: 40 },
      { label: '41至45岁', from: 41, to: 45 },
      { label: '46至50岁', from: 46, to: 50 },
      { label: '51至54岁', from: 51, to: 54 },
      { label: '55岁以上', from: 55 },
    ],
  },
  { id: 'monthsInPost:tenure', label: '任现职年限', field: 'monthsInPost', bands: tenure },
  { id: 'monthsAtLevel:tenure', label: '任现职务层次年限', field: 'monthsAtLevel', bands: tenure },
  { id: 'monthsAtRank:tenure', label: '任现职级年限', field: 'monthsAtRank', bands: tenure },
  {
    id: 'fullTimeEducation:heads',
    label: '全日制最高学历',
    field: 'fullTimeEducation',
    heads: education,
  },
  { id: 'inServiceEducation:heads', label: '在职最高学历', field: 'inServiceEducation', heads: education },
  { id: 'inServiceDegree:heads', label: '在职最高学位', field: 'inServiceDegree', heads: degree },
  { id: 'highestEducation:heads', label: '最高学历', field: 'highestEducation', heads: education },
  { id: 'fullTimeDegree:heads', label: '全日制最高学位', field: 'fullTimeDegree', heads: degree },
  { id: 'highestDegree:heads', label: '最高学位', field: 'highestDegree', heads: degree },
];
