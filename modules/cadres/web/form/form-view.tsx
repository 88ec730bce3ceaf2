import { useMemo } from 'react';
import { layoutForm, type CellTarget, type FormVariant } from '#documents/form';
import { emptyForm, type ApprovalForm } from '#documents/formats';
import type { CadreData } from '../person/use-cadre.ts';
import { FormPageView } from './form-page.tsx';
import './form.css';

export interface FormViewProps {
  readonly form: CadreData['form'];
  readonly variant: FormVariant;
  /** Pixels per millimetre. */
  readonly scale: number;
  /** Address of the photo. */
  readonly photo: string | null;
  readonly onTarget: (target: CellTarget) => void;
}

const pageNames = { front: '第一页', back: '第二页', continuation: '续表' } as const;

function formOf(values: CadreData['form']): ApprovalForm {
  return { ...emptyForm(), ...values.texts, family: values.family };
}

/** 干部任免审批表 as it prints, with what found no room named below. */
export function FormView({ form, variant, scale, photo, onTarget }: FormViewProps) {
  const layout = useMemo(() => layoutForm(formOf(form), { variant }), [form, variant]);
  return (
    <div className="form-view" data-variant={variant}>
      <div className="form-pages">
        {layout.pages.map((page, index) => (
          <FormPageView
            key={`${page.kind}${index}`}
            page={page}
            scale={scale}
            photo={photo}
            label={`干部任免审批表${pageNames[page.kind]}`}
            onTarget={onTarget}
          />
        ))}
      </div>
      {layout.overflow.length > 0 && (
        <ul className="form-overflow" aria-label="未能印出的内容">
          {layout.overflow.map((note) => (
            <li key={note.label}>
              “{note.label}”内容过长，未能印出：{note.lost}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
