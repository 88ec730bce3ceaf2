import type { SetDefinition } from '#platform/model';

/** 标签与专长: fields known well, expertise, labels. A set of our own; it does not touch 专长 of the approval form. */
export const tagSet: SetDefinition = {
  code: 'TG01',
  key: 'tag',
  label: '标签与专长',
  subject: 'person',
  repeating: true,
  order: ['kindCode', 'name'],
  title: ['kindCode', 'name'],
  time: { order: 'recognizedOn', visible: { from: 'recognizedOn' } },
  fields: [
    {
      key: 'kindCode',
      code: 'TG0101',
      label: '类别',
      type: 'code',
      codeTable: 'TG01-KIND',
      required: true,
    },
    {
      key: 'name',
      code: 'TG0102',
      label: '名称',
      type: 'text',
      suggest: 'TG01-NAME',
      length: 40,
      required: true,
      initials: true,
    },
    { key: 'note', code: 'TG0103', label: '说明', type: 'paragraph', length: 400 },
    { key: 'recognizedOn', code: 'TG0104', label: '认定时间', type: 'date' },
  ],
};
