@echo off
rem Freezes tcdesk on a real Windows: packaging\windows\build.cmd  (Python 3.13, and makensis for setup.exe)
setlocal
cd /d "%~dp0..\.."
set PYTHONHASHSEED=0
for /f %%t in ('git log -1 --format^^=%%ct') do set SOURCE_DATE_EPOCH=%%t
set BUILD=build\windows
if not exist %BUILD%\venv\Scripts\python.exe py -3.13 -m venv %BUILD%\venv || exit /b 1
set PYTHON=%BUILD%\venv\Scripts\python.exe
%PYTHON% -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r packaging\requirements-package.lock || exit /b 1
%PYTHON% -m pip install --quiet --no-index --no-deps --no-build-isolation -e . || exit /b 1
%PYTHON% -m PyInstaller --noconfirm --clean --log-level ERROR --workpath %BUILD%\work --distpath %BUILD%\dist packaging\tcdesk.spec || exit /b 1
> %BUILD%\dist\tcdesk\_internal\package echo windows-portable
for /f "tokens=2" %%v in ('%BUILD%\dist\tcdesk\tcdesk-cli.exe --version') do set VERSION=%%v
if not exist dist mkdir dist
where makensis > nul 2>&1 || (echo tcdesk: the folder is %BUILD%\dist\tcdesk; install NSIS for setup.exe& exit /b 0)
makensis -V2 -NOCD "-DVERSION=%VERSION%" "-DFOLDER=%CD%\%BUILD%\dist\tcdesk" "-DROOT=%CD%" "-DOUT=%CD%\dist\tcdesk-%VERSION%-setup.exe" packaging\windows\tcdesk.nsi || exit /b 1
echo tcdesk: dist\tcdesk-%VERSION%-setup.exe
