import type { SetDefinition } from '#platform/model';

/** 照片 */
export const photoSet: SetDefinition = {
  code: 'A57',
  key: 'photo',
  label: '照片',
  subject: 'person',
  repeating: false,
  sensitive: true,
  title: ['fileName'],
  fields: [
    /** In exchange packages the picture’s name inside Photos/. */
    { key: 'fileName', code: 'A5714', label: '照片文件名', type: 'text', length: 100 },
    /** The picture itself. */
    { key: 'data', code: 'PHOTODATA', label: '照片', type: 'file' },
    { key: 'storedName', code: 'PHOTONAME', label: '照片名', type: 'text', length: 400, internal: true },
    { key: 'path', code: 'PHOTOPATH', label: '照片路径', type: 'text', length: 200, internal: true },
    { key: 'mediaType', code: 'PHOTSTYPE', label: '照片类型', type: 'text', length: 200, internal: true },
    /** 0 无, 1 有, 2 重复, 3 过小, 4 异常 */
    { key: 'status', code: 'PICSTATUS', label: '照片状态', type: 'text', internal: true },
    /** Our own: the form asks for a recent photo. */
    { key: 'takenOn', code: 'PHOTOTAKEN', label: '拍摄日期', type: 'date' },
  ],
};
