import { Button, Dropdown, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { formGeometry, type CellTarget, type FormVariant } from '#documents/form';
import { apiRoot, download, useCan, useNotes, useRemembered } from '#platform/web';
import type { CadreData } from '../person/use-cadre.ts';
import { FormView } from './form-view.tsx';

const variants: readonly { readonly value: FormVariant; readonly label: string }[] = [
  { value: 'A4', label: 'A4' },
  { value: 'B5', label: 'B5' },
  { value: 'archive', label: '档案' },
];
const fullScale = 96 / 25.4;
const steps = [0.5, 0.75, 1, 1.25, 1.5, 2];
const gap = 16;
/** Free space at the page's sides, narrow on a phone. */
const edge = (width: number): number => (width < 600 ? 6 : gap);

const files = [
  { key: 'lrmx', label: '任免表 .lrmx' },
  { key: 'lrm', label: '任免表 .lrm' },
  { key: 'docx', label: 'Word 文档' },
  { key: 'pdf', label: 'PDF 文档' },
];

/** When the form counts ages: its own 计算年龄时间 or 填表时间, else today; by the month, as ages are counted. */
function agesOn({ ageReference = '', filledOn = '' }: CadreData['form']['texts']): string {
  const date = ageReference.trim() || filledOn.trim();
  return date.replace(/^(\d{4})(\d{2})(\d{2})?$/, '$1.$2');
}

/** Width of an element in pixels, and of what fits it. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

export interface FormPanelProps {
  readonly person: CadreData;
  readonly onTarget: (target: CellTarget) => void;
}

/** The official form with its tools: variant, zoom, printing and files. */
export function FormPanel({ person, onTarget }: FormPanelProps) {
  const [stored, setVariant] = useRemembered('form-variant', 'A4');
  const variant = variants.find((each) => each.value === stored)?.value ?? 'A4';
  const [zoom, setZoom] = useState<'fit' | number>('fit');
  const [saving, setSaving] = useState(false);
  const notes = useNotes();
  const { ref, width } = useWidth();
  const mayExport = useCan('form:export');
  const sheet = formGeometry(variant).sheet.width;
  const room = width - 2 * edge(width);
  // Two pages side by side as soon as they stay readable.
  const beside = (room - gap) / (2 * sheet);
  const fit =
    beside >= fullScale * 0.72 ? Math.min(beside, fullScale * 1.5) : Math.min(room / sheet, fullScale * 1.35);
  const scale = zoom === 'fit' ? Math.max(fit, 0.5) : zoom * fullScale;
  const shown = scale / fullScale;
  const step = (by: 1 | -1): void => {
    const next =
      by > 0 ? steps.find((each) => each > shown + 0.02) : steps.findLast((each) => each < shown - 0.02);
    if (next !== undefined) setZoom(next);
  };
  const ages = agesOn(person.form.texts);
  const photo = person.form.photo ? `${apiRoot}/cadres/${person.id}/photo?v=${person.form.photo}` : null;
  const save = async (format: string): Promise<void> => {
    setSaving(true);
    try {
      await download(`/cadres/${person.id}/form.${format}?variant=${variant}`);
    } catch (error) {
      notes.failed(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className="form-panel">
      <div className="form-tools">
        <Segmented
          aria-label="表样"
          value={variant}
          options={[...variants]}
          onChange={(value) => setVariant(value)}
        />
        <div className="form-zoom" role="group" aria-label="缩放">
          <Button aria-label="缩小" onClick={() => step(-1)}>
            －
          </Button>
          <span className="form-zoom-value" aria-live="polite">
            {width > 0 ? `${Math.round(shown * 100)}%` : ''}
          </span>
          <Button aria-label="放大" onClick={() => step(1)}>
            ＋
          </Button>
          <Button type={zoom === 'fit' ? 'primary' : 'default'} onClick={() => setZoom('fit')}>
            适合宽度
          </Button>
          <Button
            className="is-desk form-full"
            type={zoom === 1 ? 'primary' : 'default'}
            onClick={() => setZoom(1)}
          >
            100%
          </Button>
        </div>
        {ages && <span className="form-ages">年龄截至 {ages}</span>}
        <span className="form-tools-gap" />
        <Button className="is-desk" onClick={() => window.print()}>
          打印
        </Button>
        {mayExport && (
          <Dropdown trigger={['click']} menu={{ items: files, onClick: ({ key }) => void save(key) }}>
            <Button loading={saving}>导出 ▾</Button>
          </Dropdown>
        )}
      </div>
      <div className="form-scroll" ref={ref}>
        {width > 0 && (
          <FormView form={person.form} variant={variant} scale={scale} photo={photo} onTarget={onTarget} />
        )}
      </div>
    </div>
  );
}
