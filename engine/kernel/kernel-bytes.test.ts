import { expect, it } from 'vitest';
import { compileKernel, kernelModule } from '../../scripts/build-kernel.ts';
import { bytesOfBase64 } from './base64.ts';
import { kernelBytes } from './kernel-bytes.ts';

it('the compiled kernel is that of the sources: npm run kernel', async () => {
  const compiled = await compileKernel();
  expect(kernelModule(compiled)).toContain(`'${kernelBytes}'`);
  expect(bytesOfBase64(kernelBytes)).toEqual(new Uint8Array(compiled));
});
