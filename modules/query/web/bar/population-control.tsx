import { Segmented } from 'antd';
import { memo } from 'react';
import type { Population } from '#engine';

export const populationNames: Readonly<Record<Population, string>> = {
  current: '在册',
  serving: '在职',
  all: '含历史人员',
};

const options = (Object.keys(populationNames) as Population[]).map((value) => ({
  value,
  label: populationNames[value],
}));

export interface PopulationControlProps {
  readonly population: Population;
  readonly onChange: (population: Population) => void;
}

/** 人员范围 */
export const PopulationControl = memo(function PopulationControl({
  population,
  onChange,
}: PopulationControlProps) {
  return (
    <Segmented<Population> aria-label="人员范围" value={population} options={options} onChange={onChange} />
  );
});
