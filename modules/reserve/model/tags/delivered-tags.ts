import { z } from 'zod';

/** The kinds of tags (TG01-KIND) in their order. */
export const tagKinds = { '1': '熟悉领域', '2': '专业特长', '3': '标签' } as const;
export type TagKind = keyof typeof tagKinds;

export const tagKind = z.enum(['1', '2', '3']);
export const tagName = z.string().trim().min(1, '请填写标签名称').max(40, '标签名称不能超过 40 个字');

/** 标签目录: the names that the office offers for each kind, in their order; others may be written all the same. */
export const tagList = z.strictObject({ '1': names(), '2': names(), '3': names() });
export type TagList = z.infer<typeof tagList>;

function names() {
  return z
    .array(tagName)
    .max(500)
    .refine((list) => new Set(list).size === list.length, '标签名称不能重复');
}

const words = (text: string): string[] => text.split(' ');

/** The list of a new installation. */
export const deliveredTags: TagList = {
  '1': words(
    '党务 纪检监察 组织人事 宣传 统战 政法 财政金融 税务 审计 经济管理 招商引资 项目建设 城市管理 规划建设 自然资源 ' +
      '生态环境 农业农村 乡村振兴 水利 交通运输 应急管理 市场监管 教育 卫生健康 文化旅游 民政 人力资源社会保障 信访维稳 基层治理 大数据',
  ),
  '2': words(
    '公文写作 法律 会计 统计 外语 信息技术 工程造价 土木工程 医学 农学 新闻采编 群众工作 公开演讲 心理咨询',
  ),
  '3': words(
    '乡镇工作经历 驻村经历 重点工程一线 疫情防控一线 援派经历 挂职锻炼 军队转业 选调生 海外学习经历 巡察经历',
  ),
};
