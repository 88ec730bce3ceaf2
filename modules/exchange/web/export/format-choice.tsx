import { Radio, Select } from 'antd';
import { readRegistry } from '#platform/model';
import type { SetDefinition } from '#platform/model';
import { useCall } from '#platform/web';
import type { ExportFormat } from '../../model/contracts.ts';
import { formats, variants } from './formats.ts';
import type { ExportWish } from './request.ts';

interface FormatChoiceProps {
  readonly wish: ExportWish;
  readonly onChange: (part: Partial<ExportWish>) => void;
}

/** As what it goes out, each format with a sentence on what it is for. */
export function FormatChoice({ wish, onChange }: FormatChoiceProps) {
  const declared = useCall(readRegistry, {}, { freshFor: Number.POSITIVE_INFINITY });
  const chosen = formats.find(({ format }) => format === wish.format);
  const kind = wish.subject === 'units' ? 'unit' : 'person';
  // The server declares the sets with this very type; it travels as plain data.
  const sets = ((declared.data?.sets ?? []) as SetDefinition[]).filter(
    (set) => set.subject === kind && !set.internal,
  );
  const choose = (format: ExportFormat): void => {
    const units = formats.find((each) => each.format === format)?.units === true;
    onChange({ format, ...(units ? {} : { subject: 'cadres' }) });
  };
  return (
    <section className="export-part">
      <h2 id="export-format">格式</h2>
      <Radio.Group
        vertical
        aria-labelledby="export-format"
        value={wish.format}
        onChange={(event) => {
          const found = formats.find(({ format }) => format === event.target.value);
          if (found) choose(found.format);
        }}
      >
        {formats.map(({ format, label, explanation }) => (
          <Radio key={format} value={format}>
            {label}
            <span className="export-explanation">{explanation}</span>
          </Radio>
        ))}
      </Radio.Group>
      {chosen?.printed && (
        <Field label="纸张">
          <Radio.Group
            value={wish.variant}
            options={[...variants]}
            onChange={(event) => {
              const found = variants.find(({ value }) => value === event.target.value);
              if (found) onChange({ variant: found.value });
            }}
          />
        </Field>
      )}
      {chosen?.units && (
        <Field label="对象">
          <Radio.Group
            value={wish.subject}
            options={[
              { value: 'cadres', label: '干部' },
              { value: 'units', label: '机构' },
            ]}
            onChange={(event) => {
              const units = event.target.value === 'units';
              onChange({ subject: units ? 'units' : 'cadres', set: units ? 'B01' : 'A01' });
            }}
          />
        </Field>
      )}
      {wish.format === 'csv' && (
        <Field label="信息集">
          <Select
            value={wish.set}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            aria-label="信息集"
            options={sets.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
            onChange={(set: string) => onChange({ set })}
          />
        </Field>
      )}
    </section>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="export-field">
      <span>{label}</span>
      {children}
    </div>
  );
}
