import type { KeyboardEvent } from 'react';
import { mmPerPoint, type CellTarget, type FormPage, type PlacedText, type ValueBox } from '#documents/form';
import { cellKey, cellName } from './cell-names.ts';

export interface FormPageViewProps {
  readonly page: FormPage;
  /** Pixels per millimetre. */
  readonly scale: number;
  readonly photo: string | null;
  /** For those who hear the page: 任免审批表第 1 页 */
  readonly label: string;
  readonly onTarget: (target: CellTarget) => void;
}

/** A page of the form in its printed geometry; the drawing's unit is the millimetre. */
export function FormPageView({ page, scale, photo, label, onTarget }: FormPageViewProps) {
  const { width, height } = page.sheet;
  return (
    <svg
      className="form-page"
      viewBox={`0 0 ${width} ${height}`}
      width={width * scale}
      height={height * scale}
      role="group"
      aria-label={label}
    >
      <rect width={width} height={height} fill="#fff" />
      {photo && page.photo && (
        <image
          href={photo}
          x={page.photo.x}
          y={page.photo.y}
          width={page.photo.width}
          height={page.photo.height}
          preserveAspectRatio="xMidYMid meet"
        >
          <title>照片</title>
        </image>
      )}
      {page.rules.map((rule) => (
        <line
          key={`${rule.x1} ${rule.y1} ${rule.x2} ${rule.y2}`}
          x1={rule.x1}
          y1={rule.y1}
          x2={rule.x2}
          y2={rule.y2}
          strokeWidth={rule.width * mmPerPoint}
        />
      ))}
      {page.texts.map((text) => (
        <PlacedTextView key={`${text.x} ${text.baseline} ${text.text}`} placed={text} />
      ))}
      {page.boxes.map((box) => (
        <TargetBox key={cellKey(box.target)} box={box} onTarget={onTarget} />
      ))}
    </svg>
  );
}

function PlacedTextView({ placed }: { placed: PlacedText }) {
  return (
    <text
      x={placed.x}
      y={placed.baseline}
      fontSize={placed.size * mmPerPoint}
      textAnchor={placed.anchor}
      // Fonts other than 宋体 have other widths for letters and digits.
      {...(placed.width > 0 ? { textLength: placed.width, lengthAdjust: 'spacingAndGlyphs' } : {})}
    >
      {placed.text}
    </text>
  );
}

function TargetBox({ box, onTarget }: { box: ValueBox; onTarget: (target: CellTarget) => void }) {
  const name = cellName(box.target);
  const open = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onTarget(box.target);
  };
  return (
    <rect
      className="form-target"
      x={box.x}
      y={box.y}
      width={box.width}
      height={box.height}
      role="button"
      tabIndex={0}
      aria-label={`${name}：查看或修改`}
      onClick={() => onTarget(box.target)}
      onKeyDown={open}
    >
      <title>{name}</title>
    </rect>
  );
}
