@echo off
rem Start tcdesk:  packaging\run.cmd            the demo world in a window
rem                packaging\run.cmd ARGUMENT ...  everything goes through to tcdesk
setlocal
for %%I in ("%~dp0..") do set "root=%%~fI"
set "venv=%root%\.venv"
set "lock=%root%\packaging\requirements.lock"
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
set "PIP_NO_INPUT=1"

if exist "%venv%\Scripts\python.exe" goto stamped
call :find_python
if errorlevel 1 exit /b 1
echo tcdesk: making the virtual environment 1>&2
%python% -m venv --clear "%venv%" || exit /b 1

:stamped
"%venv%\Scripts\python.exe" -c "import hashlib,pathlib,sys; r=pathlib.Path(sys.argv[1]); s=hashlib.sha256(str(r).encode()+b''.join((r/p).read_bytes() for p in ('packaging/requirements.lock','pyproject.toml'))).hexdigest(); f=r/'.venv'/'windows.stamp'; sys.exit(not (f.is_file() and f.read_text()==s))" "%root%"
if not errorlevel 1 goto start
echo tcdesk: installing the locked requirements; this needs the network once 1>&2
"%venv%\Scripts\python.exe" -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r "%lock%" 1>&2 || exit /b 1
"%venv%\Scripts\python.exe" -m pip install --quiet --no-index --no-deps --no-build-isolation -e "%root%" 1>&2 || exit /b 1
"%venv%\Scripts\python.exe" -c "import hashlib,pathlib,sys; r=pathlib.Path(sys.argv[1]); s=hashlib.sha256(str(r).encode()+b''.join((r/p).read_bytes() for p in ('packaging/requirements.lock','pyproject.toml'))).hexdigest(); (r/'.venv'/'windows.stamp').write_text(s)" "%root%" || exit /b 1

:start
if "%~1"=="" (
    "%venv%\Scripts\tcdesk.exe" demo --dir "%root%\.demo"
) else (
    "%venv%\Scripts\tcdesk.exe" %*
)
exit /b %errorlevel%

:find_python
for %%P in ("py -3" "python" "python3") do (
    %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && (
        set "python=%%~P"
        exit /b 0
    )
)
echo tcdesk: Python 3.11 or newer is needed and this computer has none 1>&2
exit /b 1
