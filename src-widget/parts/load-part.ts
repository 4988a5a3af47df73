// Brings the script's second part: a classic script of the same desk, under its own hash as name and checked against it. In
// development and tests the parts are modules, and import() brings them.

/** What the first part has and the others use: the build puts it here. */
export const shared: { parts: unknown } = { parts: undefined }

/** Where the two meet: the second part finds here what it uses, and leaves what it offers. */
type Meeting = HTMLScriptElement & { frontdesk?: unknown }

type Trust = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): typeof rules }

/** Pages that demand trusted types take an address of a script from a policy only. */
const trustedAddress = (url: string): string => {
  const { trustedTypes } = window as { readonly trustedTypes?: Trust }
  return trustedTypes
    ? trustedTypes.createPolicy('frontdesk', { createScriptURL: (own) => own }).createScriptURL(url)
    : url
}

const importScript = async <Part>(deskUrl: string, nonce: string | undefined): Promise<Part> => {
  // The panel may be wanted while the first part still runs (it was open when the page was left): only at its end is `shared` filled.
  await Promise.resolve()
  return new Promise((done, failed) => {
    const script: Meeting = document.createElement('script')
    script.frontdesk = shared.parts
    script.crossOrigin = 'anonymous'
    script.integrity = __PANEL_INTEGRITY__
    if (nonce !== undefined) script.nonce = nonce
    script.onload = () => {
      script.remove()
      // A script that fell over on its way is "loaded" too, and left nothing here. What did is our own, by its hash.
      if (script.frontdesk === shared.parts) failed(new Error('not run'))
      else done(script.frontdesk as Part)
    }
    script.onerror = () => {
      script.remove()
      failed(new Error('not loaded'))
    }
    script.src = trustedAddress(`${deskUrl}/widget/${__PANEL_SCRIPT__}`)
    document.head.append(script)
  })
}

/** @param importPart left out by the build, which makes a classic script of what it names. */
export const loadPart = <Part>(
  deskUrl: string,
  nonce: string | undefined,
  importPart?: () => Promise<Part>,
): Promise<Part> => (importPart ? importPart() : importScript<Part>(deskUrl, nonce))
