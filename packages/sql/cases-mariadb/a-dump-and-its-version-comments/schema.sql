/*M!999999\- enable the sandbox mode */
-- MariaDB dump 10.19
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;

DROP TABLE IF EXISTS `orders`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE `orders` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `customer` int(11) DEFAULT NULL,
  `note` varchar(20) DEFAULT 'a;b' /*!80023 INVISIBLE */,
  `extra` int(11) /*!100100 DEFAULT 3 */,
  PRIMARY KEY (`id`),
  KEY `orders_customer` (`customer`),
  CONSTRAINT `orders_customer` FOREIGN KEY (`customer`) REFERENCES `customers` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `parted` (`id` int(11) NOT NULL) ENGINE=InnoDB
/*!50100 PARTITION BY HASH (id) */;
CREATE TABLE `customers` (
  `id` int(11) NOT NULL, # the customer's number
  `name` varchar(20) NOT NULL DEFAULT 'it\'s \\ "quoted"',
  PRIMARY KEY (`id`)
);
LOCK TABLES `customers` WRITE;
INSERT INTO `customers` VALUES (1,'a;b'),(2,'it\'s; -- not');
UNLOCK TABLES;
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` TRIGGER `orders_in` BEFORE INSERT ON `orders` FOR EACH ROW BEGIN
  SET NEW.note = 'x';
END ;;
CREATE PROCEDURE p() BEGIN IF 1 = 1 THEN SELECT 1; END IF; END;;
DELIMITER ;
CREATE VIEW v AS SELECT 1 AS one;
