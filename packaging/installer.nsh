; On an older Windows the program would not start and show nothing that a user can read.
!macro customInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "织诊需要 Windows 10（64 位）或更高版本。$\r$\nZhiZhen needs Windows 10 (64-bit) or later." /SD IDOK
    Quit
  ${EndIf}
!macroend
