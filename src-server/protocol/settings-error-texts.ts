// What a person reads when a setting is refused: a part of error-texts.ts, which says for whom they are written.
import type { ErrorCode } from './error-codes.ts'
import { text, type ErrorText } from './error-text.ts'
import { limits } from './limits.ts'

export const settingsErrorTexts = {
  setting_conflict: text(
    'Somebody else saved this in the meantime. Nothing was overwritten; load it again and repeat your change.',
    '其他人刚刚保存过此项。没有覆盖任何内容，请重新加载后再修改。',
  ),
  version_needed: text(
    'The change does not say which version it is of. Send the version you read in If-Match.',
    '未说明修改的是哪个版本，请在 If-Match 中带上读取时的版本。',
  ),
  too_many_settings: text(
    'There are as many of these as there may be. Delete one that is not needed first.',
    '数量已达上限，请先删除不再需要的。',
  ),
  name_taken: text('This name is taken already. Choose another one.', '已有同样的名称，请换一个。'),
  group_in_use: text(
    'Something still leads to this group. Change or delete that first.',
    '仍有规则指向此技能组，请先修改或删除这些规则。',
  ),
  overflow_circle: text(
    'These groups would pass visitors on in a circle. Let one of them end it.',
    '这些技能组之间的溢出形成了循环，请让其中一组不再溢出。',
  ),
  tag_pattern_malformed: text(
    'A tag needs at least one character, and a star only at its end.',
    '标签不能为空，星号只能放在末尾。',
  ),
  tag_pattern_taken: text(
    'There is a rule for this tag already. Change that one.',
    '该标签已有规则，请直接修改那一条。',
  ),
  intent_training_failed: text(
    'The intents are saved but could not be learned. What was learned before serves on; save them again to try again.',
    '意图已保存，但训练没有成功。之前训练好的仍在使用，再次保存即可重试。',
  ),
  intent_examples: text(
    `An intent needs at least ${limits.minIntentExamples} and at most ${limits.maxIntentExamples} example sentences.`,
    `每个意图需要 ${limits.minIntentExamples} 到 ${limits.maxIntentExamples} 个例句。`,
  ),
  example_repeated: text(
    'This sentence is an example already. One sentence can stand for one intent only.',
    '这个例句已经用过，同一句话只能属于一个意图。',
  ),
  hours_zone_unknown: text(
    'This time zone is not known. Write it like Asia/Shanghai.',
    '无法识别该时区，请写成 Asia/Shanghai 的形式。',
  ),
  hours_span_wrong: text(
    'A time must end after it begins. Past midnight belongs to the next day.',
    '结束时间必须晚于开始时间，过了零点的部分请写在第二天。',
  ),
  hours_overlap: text('Two of these times overlap. Put them together.', '其中两段时间重叠，请合并。'),
  hours_date_wrong: text(
    'This is no date, or it stands here twice. Write it like 2026-10-01.',
    '日期不存在或重复，请写成 2026-10-01 的形式。',
  ),
  title_missing: text('A quick reply needs a title to be found by.', '请填写标题，方便查找。'),
  reply_too_long: text(
    `A quick reply has at most ${limits.maxReplyLength} characters. Put a longer text into a file.`,
    `快捷回复最多 ${limits.maxReplyLength} 字，更长的内容请放进文件。`,
  ),
  shortcut_malformed: text(
    'A shortcut is letters, digits, - and _ only, so that it can be typed in one go.',
    '快捷码只能由文字、数字、- 和 _ 组成，方便一次输入。',
  ),
  shortcut_taken: text(
    'Another quick reply has this shortcut. Choose another one.',
    '已有快捷回复使用此快捷码，请换一个。',
  ),
} satisfies Partial<Record<ErrorCode, ErrorText>>
