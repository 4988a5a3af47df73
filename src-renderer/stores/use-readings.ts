// How Chinese is read, for whatever finds things by pinyin: there a moment after it is first needed.
import { useEffect, useState } from 'react'
import { loadReadings, noReadings, type Readings } from './replies/pinyin-readings.ts'

export function useReadings(): Readings {
  const [readings, setReadings] = useState(noReadings)
  useEffect(() => {
    let isWanted = true
    void loadReadings().then((loaded) => {
      if (isWanted) setReadings(loaded)
    })
    return () => {
      isWanted = false
    }
  }, [])
  return readings
}
