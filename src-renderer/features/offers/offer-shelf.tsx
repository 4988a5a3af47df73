// What I am asked to take, over the work and beside what is being written. It never takes the focus; each card says its key.
import type { Offer } from '#protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../stores/desk.ts'
import { useNow } from '../../stores/now-store.ts'
import { useOffersToMe } from '../../stores/offers-to.ts'
import { useGroupNames } from '../../stores/use-group-names.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { OfferCard } from './offer-card.tsx'
import styles from './offers.module.css'

export function OfferShelf() {
  const isAny = useClient(({ offers }) => offers.size > 0)
  return isAny ? <Shelf /> : <p role="status" className="spoken" />
}

function Shelf() {
  const { t } = useTranslation('deskOffers')
  const offers = useOffersToMe(useNow())
  const groupName = useGroupNames()
  return (
    <>
      <Announcement offers={offers} />
      {offers.length > 0 && (
        <section aria-label={t('label')} className={styles.shelf}>
          <ul className={styles.list}>
            {offers.map((offer, index) => (
              <OfferCard
                key={`${offer.conversation} ${offer.from}`}
                offer={offer}
                group={groupName(offer.group)}
                isFirst={index === 0}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Said once for each: a countdown that is read out every second would be noise. */
function Announcement({ offers }: Readonly<{ offers: readonly Offer[] }>) {
  const { t } = useTranslation('deskOffers')
  const visitorName = useVisitorName()
  const conversations = useClient((state) => state.conversations)
  const [said, setSaid] = useState({ keys: '', words: '' })
  const keys = offers.map(({ conversation }) => conversation).join()
  if (keys !== said.keys) {
    const before = new Set(said.keys.split(','))
    const fresh = offers.filter(({ conversation }) => !before.has(String(conversation)))
    const words = fresh.map(({ conversation }) => {
      const visitor = conversations.get(conversation)?.summary.visitor
      return t('announced', { name: visitor ? visitorName(visitor) : t('somebody') })
    })
    setSaid({ keys, words: words.join(' ') })
  }
  return (
    <p role="status" className="spoken">
      {said.words}
    </p>
  )
}
