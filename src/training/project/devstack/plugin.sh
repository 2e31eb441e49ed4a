function configure_skerry {
    iniset $SKERRY_CONF oslo_messaging_rabbit heartbeat_in_pthread False
    iniset $SKERRY_CONF DEFAULT workers 4
    crudini --set /etc/skerry/skerry.conf DEFAULT executor_thread_pool_size 64
}
