import { useNavigate } from '@tanstack/react-router';
import { upload, useAction, useNotes } from '#platform/web';
import { previewPhotos, startPhotos } from '../../model/bulk-contracts.ts';
import { usePutJob } from '../job/use-job.ts';
import { RecentJobs } from '../sheet/recent-jobs.tsx';
import { PhotoDrop } from './photo-drop.tsx';
import '../sheets.css';

/** So many files go in one request, and so many bytes. */
const mostFiles = 200;
const mostBytes = 64 * 1024 * 1024;

/** 批量照片: photos whose file names tell whose they are. */
export function PhotosPage() {
  const navigate = useNavigate();
  const start = useAction(startPhotos);
  const preview = useAction(previewPhotos);
  const put = usePutJob();
  const { failed } = useNotes();
  const send = async (files: readonly File[]): Promise<void> => {
    try {
      const { id } = await start.mutateAsync({});
      for (const batch of batches(files)) {
        const form = new FormData();
        for (const file of batch) form.append('files', file, file.webkitRelativePath || file.name);
        await upload(`/bulk-jobs/${id}/photos`, form);
      }
      put(await preview.mutateAsync({ params: { id }, body: {} }));
      await navigate({ to: '/sheets/$id', params: { id } });
    } catch (error) {
      failed(error);
    }
  };
  return (
    <div className="sheets-page">
      <h1>批量照片</h1>
      <PhotoDrop onFiles={send} />
      <p className="soft-text">
        按文件名中的身份证号或姓名对应到人，例如“张三.jpg”“张三_身份证号.jpg”；重名的要写明身份证号。过小、比例不对、模糊、空白和拍摄过久的照片会列出，由您决定是否采用。
      </p>
      <RecentJobs kinds={['photos']} />
    </div>
  );
}

function* batches(files: readonly File[]): Generator<readonly File[]> {
  let batch: File[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length >= mostFiles || (batch.length > 0 && bytes + file.size > mostBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.size;
  }
  if (batch.length > 0) yield batch;
}
