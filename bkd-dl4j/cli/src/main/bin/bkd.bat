@echo off
rem Runs the command bkd from its jars in ..\lib.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1
if not defined OMP_WAIT_POLICY set OMP_WAIT_POLICY=PASSIVE
if not defined BKD_JAVA_OPTIONS set BKD_JAVA_OPTIONS=-Xmx2g
set "classpath=%~dp0..\lib\*"
if defined BKD_CLASSPATH set "classpath=%classpath%;%BKD_CLASSPATH%"
"%java%" %BKD_JAVA_OPTIONS% --enable-native-access=ALL-UNNAMED -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -Dbkd.launcher=bkd -cp "%classpath%" io.github.bkd4j.cli.Bkd %*
