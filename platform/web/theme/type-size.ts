import { useRemembered } from './remembered.ts';

/** 标准, 大, 特大 */
export type TypeSize = 'standard' | 'large' | 'larger';

export const typeSizes: readonly {
  readonly size: TypeSize;
  readonly label: string;
  readonly pixels: number;
}[] = [
  { size: 'standard', label: '标准', pixels: 14 },
  { size: 'large', label: '大', pixels: 16 },
  { size: 'larger', label: '特大', pixels: 19 },
];

/** The type size that the user chose, remembered on this device. */
export function useTypeSize(): readonly [TypeSize, (size: TypeSize) => void] {
  const [stored, remember] = useRemembered('type-size', 'standard');
  const size = typeSizes.find((step) => step.size === stored)?.size ?? 'standard';
  return [size, remember];
}

export function pixelsOf(size: TypeSize): number {
  return typeSizes.find((step) => step.size === size)?.pixels ?? 14;
}
