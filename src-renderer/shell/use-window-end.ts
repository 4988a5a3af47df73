// A window that closes carries out what it announced.
import { useEffect } from 'react'
import { useDesk } from '../stores/desk.ts'

export function useWindowEnd(): void {
  const { closing } = useDesk()
  useEffect(() => {
    const settle = (): void => closing.settleAll()
    window.addEventListener('pagehide', settle)
    return () => window.removeEventListener('pagehide', settle)
  }, [closing])
}
