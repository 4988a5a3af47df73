/** Put in by the build: package.json's version. */
declare const __WIDGET_VERSION__: string
