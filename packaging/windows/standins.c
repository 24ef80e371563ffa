/* Stand-ins for libraries that Debian's Wine lacks and every Windows has. They are put into the
   prefix in which the program is frozen and tried, and are never shipped. */

#define STANDIN __declspec(dllexport)

#ifdef BCRYPTPRIMITIVES
__declspec(dllimport) unsigned char SystemFunction036(void *to, unsigned long bytes);
STANDIN int ProcessPrng(unsigned char *to, unsigned long long bytes) {
    return SystemFunction036(to, (unsigned long)bytes);
}
#endif

#ifdef ICUUC
/* No converter is ever there; Qt then uses its own for UTF-8 and UTF-16. */
STANDIN void *ucnv_open(const char *name, int *error) { *error = 4; return 0; }
#define NOTHING(name) STANDIN long long name(void) { return 0; }
NOTHING(ucnv_close) NOTHING(ucnv_reset) NOTHING(ucnv_getMaxCharSize) NOTHING(ucnv_getName)
NOTHING(ucnv_getToUCallBack) NOTHING(ucnv_getFromUCallBack) NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack) NOTHING(ucnv_cbToUWriteUChars) NOTHING(ucnv_toUnicode)
NOTHING(ucnv_cbFromUWriteUChars) NOTHING(ucnv_toUCountPending) NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_getStandardName) NOTHING(ucnv_getAvailableName) NOTHING(ucnv_countAvailable)
NOTHING(ucnv_fromUnicode) NOTHING(ucnv_getAlias) NOTHING(ucnv_countAliases)
#endif

#ifdef WINRT
STANDIN int RoOriginateLanguageException(long error, void *message, void *exception) { return 0; }
#endif

#ifdef MSCMS
#define NOTHING(name) STANDIN long long name(void) { return 0; }
NOTHING(GetColorProfileFromHandle) NOTHING(CloseColorProfile) NOTHING(WcsCreateIccProfile)
NOTHING(OpenColorProfileW)
#endif
