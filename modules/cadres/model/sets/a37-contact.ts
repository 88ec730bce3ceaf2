import type { SetDefinition } from '#platform/model';

/** 住址通讯 */
export const contactSet: SetDefinition = {
  code: 'A37',
  key: 'contact',
  label: '住址通讯',
  subject: 'person',
  repeating: false,
  sensitive: true,
  title: ['mobilePhone'],
  fields: [
    { key: 'officeAddress', code: 'A3701', label: '办公地址', type: 'text', length: 120 },
    { key: 'officePhone', code: 'A3707A', label: '办公电话', type: 'text', length: 20 },
    { key: 'homePhone', code: 'A3707B', label: '住宅电话', type: 'text', length: 20 },
    { key: 'mobilePhone', code: 'A3707C', label: '移动电话', type: 'text', length: 20 },
    { key: 'secretaryPhone', code: 'A3707E', label: '秘书电话', type: 'text', length: 20 },
    { key: 'email', code: 'A3708', label: '电子邮箱', type: 'text', length: 60 },
    { key: 'homeAddress', code: 'A3711', label: '家庭住址', type: 'text', length: 120 },
    { key: 'postcode', code: 'A3714', label: '住址邮编', type: 'text', length: 6 },
    { key: 'registeredAddress', code: 'A3721', label: '户籍地址', type: 'text', length: 120 },
  ],
};
