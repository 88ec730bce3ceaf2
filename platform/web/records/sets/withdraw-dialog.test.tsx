// @vitest-environment happy-dom
import { ConfigProvider } from 'antd';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { createCodeTables, type RecordRow, type SetDefinition } from '#platform/model';
import { WithdrawDialog } from './withdraw-dialog.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const roots: Root[] = [];
afterEach(() => act(() => roots.splice(0).forEach((root) => root.unmount())));

const evidence: SetDefinition = {
  code: 'x_proof',
  key: 'proof',
  label: '证明',
  subject: 'person',
  repeating: true,
  lasting: true,
  withdrawal: { verb: '撤销证明', fields: ['why', 'on'] },
  title: ['says'],
  fields: [
    { key: 'says', code: 'XP01', label: '内容', type: 'text' },
    { key: 'on', code: 'XP02', label: '撤销日期', type: 'date' },
    { key: 'why', code: 'XP03', label: '撤销依据', type: 'text' },
  ],
};
const id = '018f0000-0000-7000-8000-000000000001';

function type(input: HTMLInputElement | null, text: string): void {
  if (!input) throw new Error('there is no such field');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

test('a row is withdrawn with everything that the withdrawal has to say, and not with less', () => {
  const stored: RecordRow[] = [];
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  roots.push(root);
  act(() =>
    root.render(
      <ConfigProvider theme={{ token: { motion: false } }}>
        <WithdrawDialog
          set={evidence}
          row={{ id, says: '1972.11', on: '2026-03-02' }}
          tables={createCodeTables([])}
          units={[]}
          unitName={() => ''}
          onWithdraw={async (row) => stored.push(row) > 0}
          onClose={() => undefined}
        />
      </ConfigProvider>,
    ),
  );
  const labels = [...document.querySelectorAll('.record-label')].map((label) => label.textContent);
  expect(labels).toEqual(['撤销依据 *', '撤销日期 *']);
  expect(document.body.textContent).toContain('撤销证明：1972.11');
  const ok = [...document.querySelectorAll('button')].find((each) => each.textContent === '撤销证明');
  act(() => ok?.click());
  expect(stored).toEqual([]);
  expect(document.querySelector('[role=alert]')?.textContent).toBe('不能为空，请填写。');

  act(() => type(document.querySelector<HTMLInputElement>('[id="x_proof.why"]'), '复核意见'));
  act(() => ok?.click());
  expect(stored).toEqual([{ id, says: '1972.11', on: '2026-03-02', why: '复核意见' }]);
});
