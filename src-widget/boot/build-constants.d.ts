/** Put in by the build: package.json's version. */
declare const __WIDGET_VERSION__: string
/** Put in by the build, once the second part is made: its file below /widget/, and its hash as `integrity` wants it. */
declare const __PANEL_SCRIPT__: string
declare const __PANEL_INTEGRITY__: string
