// What is being written in one window shows in the others of the same person: a conversation may be open in two.
import { useEffect } from 'react'
import { useDesk } from '../stores/desk.ts'

export function useSharedDrafts(): void {
  const { drafts } = useDesk()
  useEffect(() => {
    const hear = ({ key, newValue }: StorageEvent): void => drafts.heard(key, newValue)
    window.addEventListener('storage', hear)
    return () => window.removeEventListener('storage', hear)
  }, [drafts])
}
