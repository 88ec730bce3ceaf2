import type { Fact } from '#engine';
import { flag } from './flag.ts';

const han = '01';

/** 少数民族: 民族 is known and not 汉族. */
export const ethnicFacts: readonly Fact[] = [
  {
    of: 'person',
    name: 'isMinority',
    label: '是否少数民族',
    kind: 'code',
    codes: 'XZ09',
    stepwise: true,
    bind(reader) {
      const ethnic = reader.strings('A01.ethnicCode');
      return (person) => {
        const code = ethnic(person);
        return code === null ? null : flag(code !== han);
      };
    },
  },
];
