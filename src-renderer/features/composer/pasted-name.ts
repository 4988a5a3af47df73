// Every pasted picture is called image.png; with the time of day in its name one can tell them apart.

const two = (value: number): string => String(value).padStart(2, '0')

export function nameForPasted(file: File, now: Date): File {
  const ending = /^image\.(\w+)$/.exec(file.name)?.[1]
  if (ending === undefined) return file
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  const time = `${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`
  return new File([file], `${day} ${time}.${ending}`, { type: file.type })
}
