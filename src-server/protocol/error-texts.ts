// What a person reads for each error code: what happened, what is safe, what to do. English and Chinese, each written in
// its own right. Imported by file, not from the barrel: a page takes the texts only if it shows them.
import type { ErrorCode } from './error-codes.ts'
import { text, type ErrorText } from './error-text.ts'
import { limits } from './limits.ts'
import { settingsErrorTexts } from './settings-error-texts.ts'

export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  // Frames and connections
  bad_frame: text(
    'The server could not read what this page sent. Nothing is lost; reload the page to continue.',
    '服务器无法读取此页面发来的内容。消息没有丢失，刷新页面即可继续。',
  ),
  frame_too_large: text(
    'That was too large to send at once. Send a long text as a file instead.',
    '内容太大，无法一次发送。长文本请改为以文件发送。',
  ),
  version_unsupported: text(
    'This version no longer fits the server. Reload the page or update the app; your drafts stay here.',
    '当前版本与服务器不再兼容。请刷新页面或更新应用，草稿会保留在本机。',
  ),
  hello_expected: text(
    'The connection did not start the way the server expects. Reload the page to continue.',
    '连接没有按服务器要求的方式建立。刷新页面即可继续。',
  ),
  hello_timeout: text(
    'Signing in to the server took too long. It will be tried again by itself.',
    '连接服务器用时过长，稍后会自动重试。',
  ),
  flood: text(
    'Too much was sent in a short time. Nothing is lost; it goes on by itself in a moment.',
    '短时间内发送过多。内容没有丢失，片刻后会自动继续。',
  ),
  slow_reader: text(
    'The network could not keep up. What was missed is being fetched; no message is lost.',
    '网络速度跟不上。正在补取遗漏的内容，消息不会丢失。',
  ),
  silent: text(
    'The connection went quiet. It is being opened again; no message is lost.',
    '连接长时间没有响应，正在重新连接，消息不会丢失。',
  ),
  server_full: text(
    'The service is very busy right now. What you typed stays here; it connects again by itself.',
    '当前咨询人数较多。已输入的内容会保留，稍后会自动重新连接。',
  ),
  server_stopping: text(
    'The server is restarting. What you typed stays here and is sent as soon as it is back.',
    '服务器正在重启。已输入的内容会保留，恢复后自动发送。',
  ),
  origin_forbidden: text(
    'This website is not on the desk’s list of allowed sites. Its administrator can add it in the server’s settings.',
    '此网站不在客服系统的允许列表中。请联系管理员在服务器设置中添加。',
  ),
  // Who are you
  unauthorized: text('You are not signed in here. Sign in to continue.', '尚未登录或登录已过期，请重新登录。'),
  session_revoked: text(
    'This sign-in was ended, here or on another device. Drafts stay on this device; sign in again to continue.',
    '此次登录已在本机或其他设备上被结束。草稿仍保留在本机，重新登录即可继续。',
  ),
  forbidden: text(
    'Your role does not allow this. Nothing was changed; an administrator can help.',
    '当前角色没有此操作的权限，未做任何更改。如有需要请联系管理员。',
  ),
  blocked: text(
    'You cannot write here at the moment. What you wrote before is kept; turn to the shop by another way if this is a mistake.',
    '您暂时无法在这里留言，之前的内容已保存。如有疑问，请通过其他方式联系商家。',
  ),
  login_failed: text(
    'That name and password do not fit together. Check both and try again.',
    '登录名或密码不正确，请核对后重试。',
  ),
  login_throttled: text(
    'Too many wrong passwords. Wait a few minutes, then try again; the account is not locked for good.',
    '密码错误次数过多，请几分钟后再试。账号没有被永久锁定。',
  ),
  setup_done: text(
    'This desk has been set up already. Sign in with an existing account.',
    '客服系统已完成初始设置，请使用已有账号登录。',
  ),
  setup_code_wrong: text(
    'That setup code is not the one the server printed when it started. Copy it from there and try again.',
    '设置码与服务器启动时显示的不一致，请从那里复制后重试。',
  ),
  setup_needed: text(
    'This desk has no account yet. Whoever started the server makes the first one.',
    '客服系统还没有任何账号，请由启动服务器的人创建第一个账号。',
  ),
  // Joining by a code
  pairing_over: text(
    'No code is open at that desk: it ran out after two minutes, was used, or was ended. Ask for a new one.',
    '那个前台没有可用的配对码：可能已过两分钟、已被使用或已作废。请对方重新显示一个。',
  ),
  pairing_wrong: text(
    'The code does not fit, or the computer that answered is not the desk. Nothing was joined, and the code is used up: ask for a new one.',
    '配对码不符，或应答的电脑并非那个前台。没有加入，该码已作废，请对方重新显示一个。',
  ),
  pairing_elsewhere: text(
    'A code is shown only on the computer that hosts the desk, or on one that joined by a code itself.',
    '配对码只能在托管前台的电脑上，或通过配对加入的电脑上显示。',
  ),
  pairing_unavailable: text(
    'This desk takes no codes: it has no secure port of its own. Join by its address alone.',
    '这个前台不支持配对码：它没有自己的加密端口。请只用地址加入。',
  ),
  // Requests
  bad_request: text(
    'The server did not understand this request. Nothing was changed; check the values and try again.',
    '服务器无法理解此请求，未做任何更改。请检查填写内容后重试。',
  ),
  not_found: text('There is nothing at this address. Check the link.', '此地址没有内容，请检查链接。'),
  method_not_allowed: text('This address cannot be used in that way.', '此地址不支持这种请求方式。'),
  body_too_large: text(
    'The request is larger than the server accepts. Nothing was changed.',
    '请求内容超出服务器上限，未做任何更改。',
  ),
  unsupported_media_type: text(
    'The server does not take content of this type. Nothing was changed.',
    '服务器不接受此类型的内容，未做任何更改。',
  ),
  too_many_requests: text(
    'Too many requests from here in a short time. Wait a moment and try again.',
    '此处短时间内请求过多，请稍候再试。',
  ),
  no_answer: text(
    'The server did not answer in time. It may have been done all the same; look before you repeat it.',
    '服务器未及时答复，操作可能已经生效，请先确认再重试。',
  ),
  // Messages
  message_empty: text(
    'There is nothing to send yet. Write something or add a file.',
    '消息还是空的，请输入内容或添加文件。',
  ),
  message_too_long: text(
    'This text is too long for one message. Shorten it, or send it as a file.',
    '文字超出单条消息的长度，请缩短，或改为以文件发送。',
  ),
  text_malformed: text(
    'This text contains characters that cannot be stored. Remove unusual symbols and try again.',
    '文字中含有无法保存的字符，请删除特殊符号后重试。',
  ),
  cid_malformed: text(
    'The message carries an unusable number. It was not sent; write it again.',
    '消息编号无效，消息未发送，请重新编写。',
  ),
  cid_reused: text(
    'Another message was sent under the same number. This one was not sent; write it again.',
    '同一编号下已有另一条消息。此消息未发送，请重新编写。',
  ),
  too_many_in_flight: text(
    'Many messages are still on their way. This one is kept and follows in a moment.',
    '还有多条消息正在发送。此消息已保留，片刻后会继续发送。',
  ),
  message_unknown: text(
    'There is no such message of yours in this conversation. Nothing was changed.',
    '此会话中没有您发送的这条消息，内容没有改动。',
  ),
  message_recalled: text(
    'This message was recalled already. To say it after all, send it as a new message.',
    '这条消息已经撤回。如需再次发送，请作为新消息发送。',
  ),
  revision_too_late: text(
    `A message can be changed for ${limits.reviseWithinMs / 60_000} minutes. It stays as it was; to put something right, write a new one.`,
    `消息只能在发送后 ${limits.reviseWithinMs / 60_000} 分钟内修改或撤回。原消息保持不变，如需更正请再发一条。`,
  ),
  // Conversations
  conversation_unknown: text(
    'This conversation does not exist, or is not yours to see.',
    '此会话不存在，或不在可查看的范围内。',
  ),
  conversation_closed: text(
    'This conversation is closed. The visitor has a newer one; go on there.',
    '此会话已关闭，访客已有更新的会话，请在那里继续。',
  ),
  not_owner: text(
    'A colleague has this conversation. Ask them to transfer it, or take it over if your role allows.',
    '此会话由其他同事负责。请对方转接，或在权限允许时接管。',
  ),
  answered_meanwhile: text(
    'A colleague has answered while this was being written. It is kept; read their answer, then send it all the same or not.',
    '撰写期间已有同事回复。内容已保留，请先查看同事的回复，再决定是否仍要发送。',
  ),
  already_assigned: text(
    'A colleague was a moment faster and has this conversation now.',
    '同事快了一步，此会话已由对方接起。',
  ),
  agent_unknown: text(
    'There is no such colleague. Reload the list and choose again.',
    '没有这位同事，请刷新列表后重新选择。',
  ),
  agent_unavailable: text(
    'This colleague cannot take conversations now. Choose someone else.',
    '这位同事目前无法接待，请选择其他人。',
  ),
  offer_over: text(
    'This conversation is no longer offered to you. Nothing was changed.',
    '此会话已不再向你派发，一切保持原样。',
  ),
  rating_not_closed: text(
    'The conversation is not closed. You can rate it when it is.',
    '会话尚未结束，结束后即可评价。',
  ),
  rating_late: text(
    'The time to rate this conversation is over. What you said before counts.',
    '评价时间已过，之前的评价仍然有效。',
  ),
  rating_final: text(
    'This rating has been changed as often as it may be. The last one counts.',
    '评价修改次数已用完，以最后一次为准。',
  ),
  rating_comment_too_long: text(
    'The comment is too long. Shorten it, or send the rest as a message.',
    '评语过长，请精简，或把其余内容作为消息发送。',
  ),
  queue_full: text(
    'Too many people are waiting right now. Your message is kept here and is sent again by itself.',
    '当前排队人数已满。消息保留在本机，稍后会自动再次发送。',
  ),
  group_unknown: text(
    'This group does not exist any more. Choose another one.',
    '此技能组已不存在，请选择其他技能组。',
  ),
  // Files
  file_unknown: text('The file is not on the server any more. Add it again.', '服务器上已没有此文件，请重新添加。'),
  file_too_large: text(
    'The file is larger than the desk accepts. Choose a smaller one or share a link.',
    '文件超出大小上限，请选择较小的文件，或改为发送链接。',
  ),
  file_empty: text('The file is empty. Choose another one.', '文件是空的，请重新选择。'),
  file_type_forbidden: text(
    'Files of this type are not accepted, to protect the reader. Send it as an image, a PDF or an archive.',
    '为保护接收者，不接受此类型的文件。可改为图片、PDF 或压缩包。',
  ),
  too_many_files: text(
    'That is too many files for one message. Send them in several.',
    '单条消息的文件过多，请分几条发送。',
  ),
  upload_interrupted: text(
    'The upload broke off. Nothing was stored; try again.',
    '上传中断，未保存任何内容，请重试。',
  ),
  // Accounts
  login_taken: text('Someone already has this login name. Choose another.', '此登录名已被使用，请换一个。'),
  login_malformed: text('A login name needs at least one character and no spaces.', '登录名不能为空，也不能含有空格。'),
  name_malformed: text(
    `A name needs at least one and at most ${limits.maxNameLength} characters.`,
    `姓名不能为空，最多 ${limits.maxNameLength} 个字。`,
  ),
  password_too_short: text(
    `A password needs at least ${limits.minPasswordLength} characters. A short sentence is good.`,
    `密码至少 ${limits.minPasswordLength} 个字符，用一句短语就很好。`,
  ),
  password_too_long: text(
    `A password has at most ${limits.maxPasswordLength} characters.`,
    `密码最多 ${limits.maxPasswordLength} 个字符。`,
  ),
  last_owner: text(
    'This is the last owner of the desk, so it stays one. Make someone else an owner first.',
    '这是客服系统最后一位所有者，不能更改。请先将其他人设为所有者。',
  ),
  too_many_agents: text(
    'The desk has as many accounts as it can hold. Deactivating does not free one.',
    '账号数量已达上限，停用账号不会释放名额。',
  ),
  ...settingsErrorTexts,

  // Announcements
  announcement_empty: text(
    'Nothing was announced: there are no words in it. Write it in at least one language.',
    '公告没有发布：内容为空。请至少填写一种语言。',
  ),
  announcement_until: text(
    'Nothing was announced: it would end too soon or too late. Let it end between one minute and 14 days from now.',
    '公告没有发布：结束时间过早或过晚。请设在 1 分钟之后、14 天之内。',
  ),
  // Blocks
  address_malformed: text(
    'Nothing was blocked: this is no single IPv4 or IPv6 address. Write it like 203.0.113.7 or 2001:db8::7.',
    '没有屏蔽：这不是一个 IPv4 或 IPv6 地址，请写成 203.0.113.7 或 2001:db8::7 的形式。',
  ),
  address_unknown: text(
    'Nothing was blocked: this visitor has not come lately, so nobody knows their address. Block the visitor alone.',
    '没有屏蔽：该访客近期没有来访，地址未知。请只屏蔽访客本人。',
  ),
  // The what-if
  what_if_no_arrivals: text(
    'Nobody came on that day, so there is nothing to replay. Choose another day.',
    '那一天没有访客，无法重放，请选择其他日期。',
  ),
  what_if_too_large: text(
    `More than ${limits.maxWhatIfArrivals} visitors came on that day. Choose a quieter day.`,
    `那一天的访客超过 ${limits.maxWhatIfArrivals} 位，请选择访客较少的日期。`,
  ),
  what_if_busy: text(
    'A replay is running already. Wait for it or give it up, then try again.',
    '已有一次重放正在进行，请等待完成或先取消，然后重试。',
  ),
  what_if_cancelled: text('The replay was given up. Nothing was changed.', '重放已取消，没有做任何更改。'),
  what_if_too_long: text(
    'The replay took too long and was given up. Nothing was changed; try a quieter day.',
    '重放用时过长，已停止，没有做任何更改。请换访客较少的日期。',
  ),
  // Storage
  storage_busy: text(
    'The server has more to store than it can at the moment. Nothing is lost; it is tried again.',
    '服务器正忙于保存。内容没有丢失，会自动重试。',
  ),
  storage_full: text(
    'The server’s disk is full, so nothing new can be stored. What is there is safe; the administrator must free space.',
    '服务器磁盘已满，暂时无法保存新内容。已有内容是安全的，请管理员清理空间。',
  ),
  storage_failed: text(
    'The server could not store this. Nothing of it was kept; it is tried again.',
    '服务器保存失败，未写入任何内容，会自动重试。',
  ),
  internal: text(
    'Something went wrong on the server. What was acknowledged is safe; try again in a moment.',
    '服务器出现故障。已确认的内容是安全的，请稍后再试。',
  ),
}
