// Everything that people come to the shop for, by the language they speak.
import type { Language, Scenario } from './scenario.ts'
import { mixedLanguage } from './mixed/mixed-language.ts'
import { address as addressEn } from './en/address.ts'
import { advice as adviceEn } from './en/advice.ts'
import { brewing as brewingEn } from './en/brewing.ts'
import { complaint as complaintEn } from './en/complaint.ts'
import { coupon as couponEn } from './en/coupon.ts'
import { damage as damageEn } from './en/damage.ts'
import { delivery as deliveryEn } from './en/delivery.ts'
import { invoice as invoiceEn } from './en/invoice.ts'
import { membership as membershipEn } from './en/membership.ts'
import { payment as paymentEn } from './en/payment.ts'
import { praise as praiseEn } from './en/praise.ts'
import { refund as refundEn } from './en/refund.ts'
import { spam as spamEn } from './en/spam.ts'
import { stock as stockEn } from './en/stock.ts'
import { storage as storageEn } from './en/storage.ts'
import { teaware as teawareEn } from './en/teaware.ts'
import { wholesale as wholesaleEn } from './en/wholesale.ts'
import { wrongItem as wrongItemEn } from './en/wrong-item.ts'
import { address as addressZh } from './zh/address.ts'
import { advice as adviceZh } from './zh/advice.ts'
import { brewing as brewingZh } from './zh/brewing.ts'
import { complaint as complaintZh } from './zh/complaint.ts'
import { coupon as couponZh } from './zh/coupon.ts'
import { damage as damageZh } from './zh/damage.ts'
import { delivery as deliveryZh } from './zh/delivery.ts'
import { invoice as invoiceZh } from './zh/invoice.ts'
import { membership as membershipZh } from './zh/membership.ts'
import { payment as paymentZh } from './zh/payment.ts'
import { praise as praiseZh } from './zh/praise.ts'
import { refund as refundZh } from './zh/refund.ts'
import { spam as spamZh } from './zh/spam.ts'
import { stock as stockZh } from './zh/stock.ts'
import { storage as storageZh } from './zh/storage.ts'
import { teaware as teawareZh } from './zh/teaware.ts'
import { wholesale as wholesaleZh } from './zh/wholesale.ts'
import { wrongItem as wrongItemZh } from './zh/wrong-item.ts'

/** `mixed` is answered in Chinese and spiced with English. */
export type Speech = Language | 'mixed'

export const languageOf = (speech: Speech): Language => (speech === 'en' ? 'en' : 'zh')

export const allScenarios: Readonly<Record<Speech, readonly Scenario[]>> = {
  zh: [
    ...addressZh,
    ...adviceZh,
    ...brewingZh,
    ...complaintZh,
    ...couponZh,
    ...damageZh,
    ...deliveryZh,
    ...invoiceZh,
    ...membershipZh,
    ...paymentZh,
    ...praiseZh,
    ...refundZh,
    ...spamZh,
    ...stockZh,
    ...storageZh,
    ...teawareZh,
    ...wholesaleZh,
    ...wrongItemZh,
  ],
  en: [
    ...addressEn,
    ...adviceEn,
    ...brewingEn,
    ...complaintEn,
    ...couponEn,
    ...damageEn,
    ...deliveryEn,
    ...invoiceEn,
    ...membershipEn,
    ...paymentEn,
    ...praiseEn,
    ...refundEn,
    ...spamEn,
    ...stockEn,
    ...storageEn,
    ...teawareEn,
    ...wholesaleEn,
    ...wrongItemEn,
  ],
  mixed: mixedLanguage,
}
