; The Windows installer. Switches:
;   /S            silently            /D=FOLDER     into this folder (must stand last, unquoted)
;   /ALLUSERS     for everybody who uses the computer (asks for an administrator's consent)
;   /PORTABLE     program files only: no menu entry, no file types, no entry in the list of programs
;   /RELAUNCH     start the program afterwards, also when nothing was changed
; uninstall.exe /S, and uninstall.exe /BACK to put the version before the last update back.
; Exit codes: 0 done, 2 the program is still running or its folder refuses writing, 3 the disk is full
; or the new version fails its own test; after 2 and 3 the version before is as it was.
; Vaults, backups and settings lie in the person's data folder; nothing here ever touches them.

Target amd64-unicode  ; as the program; no 32-bit part of Windows is needed
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
Name "tcdesk"
OutFile "${OUT}"
BrandingText "tcdesk ${VERSION}"

!include MUI2.nsh
!include FileFunc.nsh
!include nsDialogs.nsh
!include LogicLib.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\tcdesk"
!define MUI_ICON "${ROOT}/resources/icon/tcdesk.ico"
!define MUI_UNICON "${ROOT}/resources/icon/tcdesk.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\tcdesk.exe"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "tcdesk"
VIAddVersionKey "FileDescription" "tcdesk"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "tcdesk"

Var AllUsers
Var Portable
Var Relaunch
Var ForMe
Var ForAll

!insertmacro MUI_PAGE_WELCOME
Page custom AskWhom TakeWhom
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Slovenian"
!insertmacro MUI_LANGUAGE "English"

LangString WhomTitle ${LANG_SLOVENIAN} "Za koga"
LangString WhomTitle ${LANG_ENGLISH} "For whom"
LangString WhomText ${LANG_SLOVENIAN} "Izberite, kdo bo uporabljal program na tem računalniku."
LangString WhomText ${LANG_ENGLISH} "Choose who will use the program on this computer."
LangString WhomMe ${LANG_SLOVENIAN} "Samo jaz (pravice skrbnika niso potrebne)"
LangString WhomMe ${LANG_ENGLISH} "Only me (no administrator's rights are needed)"
LangString WhomAll ${LANG_SLOVENIAN} "Vsi uporabniki računalnika (potrebno je soglasje skrbnika)"
LangString WhomAll ${LANG_ENGLISH} "Everybody who uses this computer (an administrator must consent)"
LangString Running ${LANG_SLOVENIAN} "Program tcdesk je še odprt ali pa v mapo ni dovoljeno pisati. Zaprite ga in poskusite znova."
LangString Running ${LANG_ENGLISH} "tcdesk is still open, or its folder may not be written to. Close it and try again."
LangString Failed ${LANG_SLOVENIAN} "Nova različica se ni dala namestiti ali ni prestala lastnega preizkusa. Ostalo je tako, kot je bilo."
LangString Failed ${LANG_ENGLISH} "The new version could not be installed, or did not pass its own test. Everything is as it was."
LangString NeedsAdmin ${LANG_SLOVENIAN} "Za to je potrebno soglasje skrbnika računalnika."
LangString NeedsAdmin ${LANG_ENGLISH} "An administrator of this computer must consent to this."
LangString Bundle ${LANG_SLOVENIAN} "Paket tcdesk"
LangString Bundle ${LANG_ENGLISH} "tcdesk bundle"
LangString Update ${LANG_SLOVENIAN} "Posodobitev tcdesk"
LangString Update ${LANG_ENGLISH} "tcdesk update"

!macro Begin UN
    SetRegView 64
    ${${UN}GetParameters} $0
    StrCpy $AllUsers 0
    StrCpy $Portable 0
    StrCpy $Relaunch 0
    ClearErrors
    ${${UN}GetOptions} $0 "/ALLUSERS" $1
    ${IfNot} ${Errors}
        StrCpy $AllUsers 1
    ${EndIf}
    ClearErrors
    ${${UN}GetOptions} $0 "/PORTABLE" $1
    ${IfNot} ${Errors}
        StrCpy $Portable 1
    ${EndIf}
    ClearErrors
    ${${UN}GetOptions} $0 "/RELAUNCH" $1
    ${IfNot} ${Errors}
        StrCpy $Relaunch 1
    ${EndIf}
    ClearErrors
!macroend

!macro Context
    ${If} $AllUsers = 1
        SetShellVarContext all
    ${Else}
        SetShellVarContext current
    ${EndIf}
!macroend

Function .onInit
    !insertmacro Begin ""
    ${If} $AllUsers = 1
        UserInfo::GetAccountType
        Pop $1
        ${If} $1 != "Admin"
            MessageBox MB_ICONSTOP "$(NeedsAdmin)" /SD IDOK
            SetErrorLevel 2
            Quit
        ${EndIf}
    ${EndIf}
    !insertmacro Context
    ${If} $INSTDIR == ""
        Call UsualFolder
    ${EndIf}
FunctionEnd

Function UsualFolder
    ${If} $AllUsers = 1
        StrCpy $INSTDIR "$PROGRAMFILES64\tcdesk"
    ${Else}
        StrCpy $INSTDIR "$LOCALAPPDATA\Programs\tcdesk"
    ${EndIf}
FunctionEnd

Function AskWhom
    ${If} $AllUsers = 1
        Abort
    ${EndIf}
    !insertmacro MUI_HEADER_TEXT "$(WhomTitle)" "$(WhomText)"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateRadioButton} 0 10u 100% 14u "$(WhomMe)"
    Pop $ForMe
    ${NSD_CreateRadioButton} 0 30u 100% 14u "$(WhomAll)"
    Pop $ForAll
    ${NSD_Check} $ForMe
    nsDialogs::Show
FunctionEnd

Function TakeWhom
    ${NSD_GetState} $ForAll $0
    ${If} $0 = ${BST_CHECKED}
        ClearErrors
        ExecShell "runas" "$EXEPATH" "/ALLUSERS"
        ${If} ${Errors}
            MessageBox MB_ICONEXCLAMATION "$(NeedsAdmin)"
            Abort
        ${EndIf}
        Quit
    ${EndIf}
FunctionEnd

; The three parts of the program, from one folder to another; the error flag says that one did not move.
!macro Move FROM TO
    Rename "${FROM}\_internal" "${TO}\_internal"
    Rename "${FROM}\tcdesk.exe" "${TO}\tcdesk.exe"
    Rename "${FROM}\tcdesk-cli.exe" "${TO}\tcdesk-cli.exe"
!macroend

; What was set aside is the version that holds, until it is called the previous one: a power cut in
; between is mended here, part by part. What came from the previous version goes back there.
!macro TakeBack PART
    ${If} ${FileExists} "$INSTDIR\leaving\${PART}"
        ${If} ${FileExists} "$INSTDIR\previous\*.*"
        ${AndIfNot} ${FileExists} "$INSTDIR\previous\${PART}"
            Rename "$INSTDIR\${PART}" "$INSTDIR\previous\${PART}"
        ${EndIf}
        RMDir /r "$INSTDIR\${PART}"
        Delete "$INSTDIR\${PART}"
        Rename "$INSTDIR\leaving\${PART}" "$INSTDIR\${PART}"
    ${EndIf}
!macroend
!macro Mend
    !insertmacro TakeBack "_internal"
    !insertmacro TakeBack "tcdesk.exe"
    !insertmacro TakeBack "tcdesk-cli.exe"
    RMDir "$INSTDIR\leaving"
    ${If} ${FileExists} "$INSTDIR\_internal\package.free"
        Rename "$INSTDIR\_internal\package.free" "$INSTDIR\_internal\package"
    ${EndIf}
!macroend

; The present version is set aside. It may still be closing, or somebody else has it open: every
; process of it holds the file "package" (workstation/running.py), which then cannot be renamed. That
; is tried for half a minute; the error flag says that it did not go.
!macro SetAside
    CreateDirectory "$INSTDIR\leaving"
    StrCpy $2 0
    ${Do}
        ClearErrors
        Rename "$INSTDIR\_internal\package" "$INSTDIR\_internal\package.free"
        ${IfNot} ${Errors}
            Rename "$INSTDIR\_internal\package.free" "$INSTDIR\_internal\package"
            Rename "$INSTDIR\_internal" "$INSTDIR\leaving\_internal"
        ${EndIf}
        ${IfNot} ${Errors}
            Rename "$INSTDIR\tcdesk.exe" "$INSTDIR\leaving\tcdesk.exe"
            Rename "$INSTDIR\tcdesk-cli.exe" "$INSTDIR\leaving\tcdesk-cli.exe"
            ${IfNot} ${Errors}
                ${ExitDo}
            ${EndIf}
            !insertmacro Mend
            CreateDirectory "$INSTDIR\leaving"
            SetErrors
        ${EndIf}
        IntOp $2 $2 + 1
        ${If} $2 > 60
            !insertmacro Mend
            SetErrors
            ${ExitDo}
        ${EndIf}
        Sleep 500
    ${Loop}
!macroend

; The new version is unpacked beside the present one and tries itself there; then they change places.
Section
    !insertmacro Mend
    RMDir /r "$INSTDIR\new"
    ClearErrors
    SetOutPath "$INSTDIR\new"
    File /r "${FOLDER}/*.*"
    SetOutPath "$INSTDIR"  ; a folder that somebody stands in cannot be renamed
    ${If} ${Errors}
        Goto failed        ; the disk is full, or the folder may not be written to
    ${EndIf}
    nsExec::Exec '"$INSTDIR\new\tcdesk-cli.exe" self-test'
    Pop $0
    ${If} $0 != 0
        Goto failed
    ${EndIf}
    ${If} $Portable = 0
        FileOpen $0 "$INSTDIR\new\_internal\package" w
        FileWrite $0 "windows$\r$\n"
        FileClose $0
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\_internal\*.*"
        !insertmacro SetAside
        ${If} ${Errors}
            RMDir /r "$INSTDIR\new"
            MessageBox MB_ICONEXCLAMATION "$(Running)" /SD IDOK
            SetErrorLevel 2
            Goto over
        ${EndIf}
    ${EndIf}
    ClearErrors
    !insertmacro Move "$INSTDIR\new" "$INSTDIR"
    ${If} ${Errors}
        Goto failed
    ${EndIf}
    RMDir "$INSTDIR\new"
    ${If} ${FileExists} "$INSTDIR\leaving\*.*"
        RMDir /r "$INSTDIR\previous"
        Rename "$INSTDIR\leaving" "$INSTDIR\previous"
    ${EndIf}
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ${If} $Portable = 0
        CreateShortCut "$SMPROGRAMS\tcdesk.lnk" "$INSTDIR\tcdesk.exe"
        WriteRegStr SHCTX "${KEY}" "DisplayName" "tcdesk"
        WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
        WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\tcdesk.exe"
        WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
        ${If} $AllUsers = 1
            WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /ALLUSERS'
            WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /ALLUSERS /S'
        ${Else}
            WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
            WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
        ${EndIf}
        WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
        WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
        ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
        WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" "$0"
        WriteRegStr SHCTX "Software\Classes\.tcb" "" "tcdesk.bundle"
        WriteRegStr SHCTX "Software\Classes\tcdesk.bundle" "" "$(Bundle)"
        WriteRegStr SHCTX "Software\Classes\tcdesk.bundle\DefaultIcon" "" "$INSTDIR\tcdesk.exe,0"
        WriteRegStr SHCTX "Software\Classes\tcdesk.bundle\shell\open\command" "" '"$INSTDIR\tcdesk.exe"'
        WriteRegStr SHCTX "Software\Classes\.tcu" "" "tcdesk.update"
        WriteRegStr SHCTX "Software\Classes\tcdesk.update" "" "$(Update)"
        WriteRegStr SHCTX "Software\Classes\tcdesk.update\DefaultIcon" "" "$INSTDIR\tcdesk.exe,0"
    ${EndIf}
    Goto over
failed:
    !insertmacro Mend
    RMDir /r "$INSTDIR\new"
    RMDir "$INSTDIR"  ; only if nothing is in it
    MessageBox MB_ICONSTOP "$(Failed)" /SD IDOK
    SetErrorLevel 3
over:
    ${If} $Relaunch = 1
        Exec '"$INSTDIR\tcdesk.exe"'
    ${EndIf}
SectionEnd

Function un.onInit
    !insertmacro Begin "un."
    !insertmacro Context
    ${un.GetParameters} $0
    ClearErrors
    ${un.GetOptions} $0 "/BACK" $1
    ${IfNot} ${Errors}
        SetSilent silent
        Call un.Back
        ${If} $Relaunch = 1
            Exec '"$INSTDIR\tcdesk.exe"'
        ${EndIf}
        Quit
    ${EndIf}
FunctionEnd

; The two versions change places.
Function un.Back
    !insertmacro Mend
    ${IfNot} ${FileExists} "$INSTDIR\previous\tcdesk.exe"
        SetErrorLevel 2
        Return
    ${EndIf}
    !insertmacro SetAside
    ${If} ${Errors}
        SetErrorLevel 2
        Return
    ${EndIf}
    ClearErrors
    !insertmacro Move "$INSTDIR\previous" "$INSTDIR"
    ${If} ${Errors}
        !insertmacro Mend
        SetErrorLevel 2
        Return
    ${EndIf}
    RMDir /r "$INSTDIR\previous"
    Rename "$INSTDIR\leaving" "$INSTDIR\previous"
FunctionEnd

Section "Uninstall"
    ; By name, never the whole folder: whatever else lies in it belongs to somebody.
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\previous"
    RMDir /r "$INSTDIR\leaving"
    RMDir /r "$INSTDIR\new"
    Delete "$INSTDIR\tcdesk.exe"
    Delete "$INSTDIR\tcdesk-cli.exe"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\tcdesk.lnk"
    DeleteRegKey SHCTX "${KEY}"
    DeleteRegKey SHCTX "Software\Classes\.tcb"
    DeleteRegKey SHCTX "Software\Classes\.tcu"
    DeleteRegKey SHCTX "Software\Classes\tcdesk.bundle"
    DeleteRegKey SHCTX "Software\Classes\tcdesk.update"
SectionEnd
