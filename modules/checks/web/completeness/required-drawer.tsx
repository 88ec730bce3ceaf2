import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { ErrorView, Loading, useCall, useNarrow, useRegistry } from '#platform/web';
import { readCheckRules } from '../../model/contracts.ts';
import type { RuleSettings } from '../../model/settings.ts';
import { useSaveSettings } from '../use-save-settings.ts';

/** 设置应填项目: which fields everybody in office should have, out of all that are declared. */
export function RequiredDrawer({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useCall(readCheckRules, {}, { freshFor: 0 });
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Chooser
      key={data.version}
      settings={data.settings as RuleSettings}
      version={data.version}
      onClose={onClose}
    />
  );
}

interface ChooserProps {
  readonly settings: RuleSettings;
  readonly version: number;
  readonly onClose: () => void;
}

function Chooser({ settings, version, onClose }: ChooserProps) {
  const registry = useRegistry();
  const isNarrow = useNarrow();
  const { save, isSaving } = useSaveSettings();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(settings.required.map(({ set, field }) => `${set}.${field}`)),
  );
  const [find, setFind] = useState('');
  const sets = registry.of('person').filter((set) => !set.internal);
  const wanted = find.trim();
  const toggle = (name: string): void => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  const keep = async (): Promise<void> => {
    // In the order of the sets and their fields.
    const required = sets.flatMap(({ code, fields }) =>
      fields.filter(({ key }) => chosen.has(`${code}.${key}`)).map(({ key }) => ({ set: code, field: key })),
    );
    if (await save(version, { ...settings, required }, '应填项目已保存')) onClose();
  };
  return (
    <Drawer
      open
      title="设置应填项目"
      size={isNarrow ? '100%' : 520}
      onClose={onClose}
      extra={
        <Button type="primary" loading={isSaving} onClick={() => void keep()}>
          保存（{chosen.size} 项）
        </Button>
      }
    >
      <p className="soft-text">在职人员应填写的项目，对本单位全体用户生效。</p>
      <Input
        allowClear
        aria-label="查找项目"
        placeholder="查找项目"
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      {sets.map(({ code, label, fields }) => {
        const found = fields.filter(
          (field) => !field.internal && (label.includes(wanted) || field.label.includes(wanted)),
        );
        if (found.length === 0) return null;
        return (
          <section key={code} aria-label={label} className="checks-required">
            <h3>{label}</h3>
            {found.map((field) => (
              <Checkbox
                key={field.key}
                checked={chosen.has(`${code}.${field.key}`)}
                onChange={() => toggle(`${code}.${field.key}`)}
              >
                {field.label}
              </Checkbox>
            ))}
          </section>
        );
      })}
    </Drawer>
  );
}
