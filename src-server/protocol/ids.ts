// Branded ids: numbers and strings that cannot be mixed up. Casting into a brand happens at the edges only.

declare const brand: unique symbol
type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** Position of an entry in the journal: global, ascending from 1, never reused. 0 means "before everything". */
export type Offset = Brand<number, 'Offset'>
/** Position of an entry in its conversation: gap-free from 1 (D3). 0 for entries outside any conversation. */
export type Seq = Brand<number, 'Seq'>
/** 0 on the wire means "my current conversation" from a visitor and "none" elsewhere. */
export type ConversationId = Brand<number, 'ConversationId'>
export type VisitorId = Brand<number, 'VisitorId'>
/** 0 means "nobody": an unassigned conversation's owner. */
export type AgentId = Brand<number, 'AgentId'>
export type SessionId = Brand<number, 'SessionId'>
/** Client-made message id, chosen before the first try and kept for every retry over any channel (D2). */
export type Cid = Brand<string, 'Cid'>
/** Identity of one journal. A restored or recreated database gets a new one, so that a stale cursor cannot look right (D4). */
export type Epoch = Brand<string, 'Epoch'>
/** Unguessable name of an uploaded file; knowing it is the right to read it. */
export type FileKey = Brand<string, 'FileKey'>
/** EVERYONE is 0. Given by the server, ascending, never reused: as are the ids of intents and tag rules. */
export type GroupId = Brand<number, 'GroupId'>
/** 0 means "unknown": no intent was recognised. */
export type IntentId = Brand<number, 'IntentId'>
export type TagRuleId = Brand<number, 'TagRuleId'>
/** 0 means "none": a message that no quick reply began. */
export type ReplyId = Brand<number, 'ReplyId'>
/** Pairs a request frame with its reply on one connection. */
export type RequestId = Brand<number, 'RequestId'>
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = Brand<number, 'EpochMs'>

export const NO_OFFSET = 0 as Offset
export const NO_SEQ = 0 as Seq
export const NO_CONVERSATION = 0 as ConversationId
export const NO_AGENT = 0 as AgentId
export const NO_INTENT = 0 as IntentId
/** A visitor's author id on the wire: a conversation has exactly one visitor, so naming them costs no bytes. */
export const THE_VISITOR = 0
/** The group that always exists: all active agents. */
export const EVERYONE = 0 as GroupId
