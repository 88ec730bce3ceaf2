/** Words before a unit or post: they say that somebody went or was there. The longest first. */
export const leadingVerbs: readonly string[] = (
  '被任命为 被选为 当选为 先后担任 先后任 历任 担任 当选 选任 选派到 选派至 下派到 派驻到 派驻 派到 抽调到 抽调至 借调到 借调至 借调 分配到 分配至 调任 调入 调到 调至 转任 转业到 转业至 改任 ' +
  '升任 提任 晋升 晋升为 提拔为 任命为 聘任为 聘任 聘为 续任 连任 兼任 兼职 兼 并任 并兼任 并兼 并 挂职任 挂职担任 挂任 挂职 现任 仍任 拟任 任 同时任 同时兼任 同时 就职于 供职于 就业于 服役于 入职 回到 ' +
  '参加工作 参加工作后 毕业后 毕业分配到 毕业分配至 后任 在 到 赴 至 应征入伍'
).split(' ');

/** Words behind a unit: they say what somebody did there without a post. */
export const activityWords: readonly string[] =
  '打工 工作 任职 挂职锻炼 挂职 锻炼 借调 借用 抽调 跟班学习 支教 帮扶 驻村 驻村帮扶 服役 参军 入伍 实习 见习 试用 任教 教书 从教 务工 务农 支援 援藏 援疆 援青 工作锻炼 蹲苗 帮助工作 下乡 插队 知青 从军'.split(
    ' ',
  );

/** Ways of being somewhere that a record of the post must show; they go to 职务变动原因综述. */
export const postingModes: readonly string[] =
  '挂职 借调 抽调 跟班 援藏 援疆 援青 支教 驻村 帮扶 兼职 试用期 大学生村官 选调生'.split(' ');

/** Several posts one after the other in one line: their own dates are not known. */
export const severalInTurn: readonly string[] = '先后担任 先后任 历任 先后'.split(' ');

/** What one is in charge of: it goes to 分管（从事）工作. */
export const dutyWords = /^(?:主持|负责|分管|协管|协助|牵头|主管)/u;

/** Words that say nothing about a post by themselves, and times without one. */
export const plainWords: readonly string[] =
  '参加工作 工作 任职 同时 其间 期间 现 今 至今 待业 待分配 待岗 退休 离休 内退 病退 病休 务农 在家务农 在家待业 自由职业'.split(
    ' ',
  );
