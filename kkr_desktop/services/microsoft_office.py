"""Turns Office documents into tagged PDF with Word, Excel or PowerPoint on a Windows PC.

PowerShell drives the program through COM, read only and without running anything of the
document's own. Word and Excel are started for this and ended with it, also where the secretary
has them open. There is never more than one PowerPoint: one that is open is used, and left as it
was.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from kkr_desktop.services.limited_process import Step, run_limited

_PROGRAMS = {".docx": "Word", ".xlsx": "Excel", ".pptx": "PowerPoint"}
_PROCESSES = {"Word": "WINWORD", "Excel": "EXCEL", "PowerPoint": "POWERPNT"}

_SCRIPT = r"""
param([string]$kind, [string]$process, [string]$source, [string]$target, [string]$started)
$ErrorActionPreference = 'Stop'
$before = @(Get-Process -Name $process -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$office = New-Object -ComObject "$kind.Application"
$own = @(Get-Process -Name $process -ErrorAction SilentlyContinue |
    Where-Object { $before -notcontains $_.Id } | ForEach-Object { $_.Id })
$own | Set-Content -LiteralPath $started
$security, $alerts = $office.AutomationSecurity, $office.DisplayAlerts
try {
    # msoAutomationSecurityForceDisable: no macro of the document runs.
    $office.AutomationSecurity = 3
    if ($kind -eq 'Word') {
        $office.DisplayAlerts = 0
        $document = $office.Documents.Open($source, $false, $true, $false)
        # wdExportFormatPDF, with bookmarks from headings and tags for screen readers
        $document.ExportAsFixedFormat($target, 17, $false, 0, 0, 1, 1, 0, $true, $true, 1, $true)
        $document.Close(0)
    } elseif ($kind -eq 'Excel') {
        $office.DisplayAlerts = $false
        $document = $office.Workbooks.Open($source, 0, $true)
        $document.ExportAsFixedFormat(0, $target)
        $document.Close($false)
    } else {
        # ppAlertsNone; read only, without a window; ppSaveAsPDF
        $office.DisplayAlerts = 1
        $document = $office.Presentations.Open($source, -1, 0, 0)
        $document.SaveAs($target, 32)
        $document.Close()
    }
} finally {
    if ($own.Count -gt 0) {
        $office.Quit()
    } else {
        $office.AutomationSecurity, $office.DisplayAlerts = $security, $alerts
    }
    [void][Runtime.InteropServices.Marshal]::ReleaseComObject($office)
}
"""


def office_program(suffix: str) -> str | None:
    """Return PowerShell's program where the Office program for a kind of document is installed."""
    if sys.platform != "win32":
        return None
    import winreg

    try:
        winreg.CloseKey(
            winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, f"{_PROGRAMS[suffix]}.Application\\CLSID")
        )
    except OSError:
        return None
    return shutil.which("powershell")


def microsoft_to_pdf(
    powershell: str, source: Path, folder: Path, seconds: float, step: Step
) -> Path | None:
    """Return the PDF that Office makes of a document, in `folder`; None when it made none."""
    kind = _PROGRAMS[source.suffix]
    script, target, started = (folder / name for name in ("office.ps1", "office.pdf", "started"))
    # With a byte order mark, or PowerShell reads the file in the PC's own alphabet.
    script.write_text(_SCRIPT, encoding="utf-8-sig")
    given = kind, _PROCESSES[kind], str(source), str(target), str(started)
    ended: str | None = None
    try:
        ended = run_limited(
            [
                powershell,
                "-NoProfile",
                "-NonInteractive",
                "-ExecutionPolicy",
                "Bypass",
                "-File",
                str(script),
                *given,
            ],
            "",
            seconds,
            step,
        )
    finally:
        if ended is None:
            _end_what_was_started(started)
    return target if ended is not None and target.is_file() else None


def _end_what_was_started(started: Path) -> None:
    """End the Office program that the script started, and no other."""
    if sys.platform != "win32" or not started.is_file():
        return
    for number in started.read_text(encoding="utf-8-sig").split():
        if number.isdigit():
            subprocess.run(  # noqa: S603
                ["taskkill", "/F", "/PID", number],  # noqa: S607
                check=False,
                capture_output=True,
            )
