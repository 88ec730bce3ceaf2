import type { PrintedTable, TableRow } from './table/printed-table.ts';

/** Invented tables for tests: a statistics table with a head of two rows, and a roster of so many people. */
export const statisticsTable: PrintedTable = {
  titles: [{ text: '样板区科级以上领导干部队伍结构情况统计表' }],
  subLine: { left: '填报单位：样板区委组织部', right: '截止时间：2026年10月' },
  columns: [
    { width: 22, style: { align: 'left', font: '仿宋_GB2312' } },
    ...Array.from({ length: 10 }, (_, index) => ({
      width: 9,
      style: { format: index % 2 === 1 ? '0.0%' : '0' } as const,
    })),
  ],
  head: [
    {
      cells: [
        { value: '单位类别', rowSpan: 2 },
        { value: '总数', rowSpan: 2, columnSpan: 2 },
        { value: '性别', columnSpan: 4 },
        { value: '学历', columnSpan: 4 },
      ],
    },
    {
      cells: ['女', '男', '研究生', '大学'].map((value) => ({ value, columnSpan: 2 })),
    },
  ],
  rows: ['合计', '党群部门', '政府部门', '人大政协机关', '街道（镇）', '事业单位'].map((name, index) => ({
    cells: [
      name,
      100 - index * 13,
      1,
      30 - index,
      (30 - index) / 100,
      70 - index,
      0.7,
      20,
      0.2,
      { value: 80, style: { bold: true } },
      0.8,
    ],
  })),
  notes: ['注：1. 本表统计范围为区管科级以上领导干部；2. 百分比保留一位小数，各项之和为100.0%。'],
  page: { orientation: 'landscape' },
};

export function rosterTable(people: number, photo?: Uint8Array): PrintedTable {
  const rows = Array.from({ length: people }, (_, index): TableRow => ({
    cells: [
      index + 1,
      photo ? { picture: photo } : `甲${index + 1}`,
      `1101011972110${index % 10}123X`,
      index % 2 === 0 ? '男' : '女',
      '样板区委常委、区人民政府党组副书记、常务副区长，一级调研员',
      '=1+1',
    ],
  }));
  return {
    titles: [{ text: '样板区领导干部名册' }, { text: '（区管正处级）' }],
    subLine: { right: '截止时间：2026年10月31日' },
    columns: [
      { width: 6 },
      { width: 12 },
      { width: 21 },
      { width: 6 },
      { width: 34, style: { align: 'left' } },
      { width: 12 },
    ],
    head: [
      { cells: ['序号', photo ? '照片' : '姓名', '公民身份号码', '性别', '现任职务', '备注'], height: 30 },
    ],
    rows,
    bodyStyle: { font: '仿宋_GB2312', size: 12 },
    page: { orientation: 'portrait' },
  };
}
