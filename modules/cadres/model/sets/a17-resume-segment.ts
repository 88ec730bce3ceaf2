import type { SetDefinition } from '#platform/model';

/**
 * 简历段: the lines of the résumé as rows. The full text that prints is `resumeText` of A01. Not a national exchange set;
 * the codes A1701 … A1799 are those of the vendors who split the text, and A1701 is here the start of a line.
 */
export const resumeSegmentSet: SetDefinition = {
  code: 'A17',
  key: 'resumeSegment',
  label: '简历',
  subject: 'person',
  repeating: true,
  order: ['order'],
  title: ['startedOn', 'endedOn', 'text'],
  time: { order: 'startedOn', visible: { from: 'startedOn' }, span: { from: 'startedOn', to: 'endedOn' } },
  fields: [
    { key: 'startedOn', code: 'A1701', label: '开始时间', type: 'date' },
    { key: 'endedOn', code: 'A1702', label: '结束时间', type: 'date' },
    { key: 'text', code: 'A1703', label: '描述', type: 'paragraph' },
    { key: 'order', code: 'A1799', label: '排序', type: 'integer' },
  ],
};
