// @vitest-environment happy-dom
import { ConfigProvider } from 'antd';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { createCodeTables, type RecordRow, type SetDefinition } from '#platform/model';
import { ConflictDialog } from './conflict-dialog.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const roots: Root[] = [];
afterEach(() => act(() => roots.splice(0).forEach((root) => root.unmount())));

const basics: SetDefinition = {
  code: 'T01',
  key: 'basics',
  label: '基本情况',
  subject: 'person',
  repeating: false,
  fields: [
    { key: 'name', code: 'T0101', label: '姓名', type: 'text' },
    { key: 'specialty', code: 'T0102', label: '专长', type: 'text' },
    { key: 'remark', code: 'T0103', label: '备注', type: 'text' },
  ],
};
const id = '018f0000-0000-7000-8000-000000000001';

test('theirs and mine stand side by side, and saving waits until everything is chosen', () => {
  const saved: RecordRow[][] = [];
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  roots.push(root);
  act(() =>
    root.render(
      <ConfigProvider theme={{ token: { motion: false } }}>
        <ConflictDialog
          set={basics}
          states={{
            base: [{ id, name: '张三', specialty: null }],
            mine: [{ id, name: '张三', specialty: '财税', remark: '我的' }],
            theirs: [{ id, name: '张三', specialty: '法律' }],
          }}
          tables={createCodeTables([])}
          unitName={() => ''}
          onSettled={(rows) => saved.push(rows)}
          onCancel={() => undefined}
        />
      </ConfigProvider>,
    ),
  );
  const button = [...document.querySelectorAll('button')].find(
    (each) => each.textContent === '按所选内容保存',
  );
  expect(document.querySelector('.conflict')?.textContent).toContain('法律');
  expect(document.body.textContent).toContain('还有 1 项待选');
  expect(button?.disabled).toBe(true);

  const mine = document.querySelectorAll<HTMLInputElement>('.is-both input[type=radio]')[1];
  act(() => mine?.click());
  expect(button?.disabled).toBe(false);
  act(() => button?.click());
  expect(saved).toEqual([[{ id, name: '张三', specialty: '财税', remark: '我的' }]]);
});
