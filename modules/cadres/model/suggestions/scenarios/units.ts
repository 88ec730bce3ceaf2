import { createUnitIndex } from '../unit-index.ts';
import type { IndexedUnit } from '../unit-spellings.ts';

const unit = (id: string, name: string, shortName: string, kind = '1', parentName?: string): IndexedUnit => ({
  id,
  name,
  shortName,
  kind,
  ...(parentName === undefined ? {} : { parentName }),
});

/** The units of 样板区 that the scenarios speak of; the ids are words, so that the expectations can be read. */
export const scenarioUnits: readonly IndexedUnit[] = [
  unit('分组', '区政府及政府部门', '', '3'),
  unit('区委', '中共样板区委员会', '区委'),
  unit('组织部', '中共样板区委组织部', '区委组织部'),
  unit('党校', '中共样板区委党校（行政学校）', '区委党校'),
  unit('纪委监委', '中共样板区纪律检查委员会（监察委员会）', '区纪委监委'),
  unit('人大', '样板区人民代表大会常务委员会', '区人大常委会'),
  unit('政府', '样板区人民政府', '区政府', '1', '区政府及政府部门'),
  unit('政府办', '样板区人民政府办公室', '区政府办公室', '1', '区政府及政府部门'),
  unit('财政局', '样板区财政局', '区财政局', '1', '区政府及政府部门'),
  unit('预算科', '预算科', '预算科', '2', '样板区财政局'),
  unit('民政局', '样板区民政局', '区民政局', '1', '区政府及政府部门'),
  unit('公安分局', '样板市公安局样板分局', '区公安分局'),
  unit('青石镇', '样板区青石镇', '青石镇'),
  unit('和平街道', '样板区和平街道', '和平街道'),
  unit('实验小学', '样板区实验小学', '实验小学'),
  unit('实验小学二', '样板区实验小学', '实验小学'),
];

export const scenarioIndex = createUnitIndex(scenarioUnits);
